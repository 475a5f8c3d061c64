package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;

class AccountIT {
  @Test
  void mocksAFinalClassInline() {
    Account account = mock(Account.class);
    when(account.balance()).thenReturn(7);
    assertEquals(7, account.balance());
  }

  @Test
  void adds() {
    Account account = new Account();
    account.add(3);
    account.moveTo(new Account(), 2, () -> {});
    assertEquals(1, account.balance());
  }
}
