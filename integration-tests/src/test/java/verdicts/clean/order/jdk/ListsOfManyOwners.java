package verdicts.clean.order.jdk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import verdicts.Clean;
import verdicts.Luck;
import verdicts.Stage;

/** Many lists from one line, of which the newer always takes from the older. */
@Clean
public final class ListsOfManyOwners {
  private static final class Team {
    final List<String> members = Collections.synchronizedList(new ArrayList<>());

    void takeAll(Team other) {
      members.addAll(other.members);
    }
  }

  public static void main(String[] args) throws Exception {
    Team[] teams = new Team[20];
    for (int i = 0; i < teams.length; i++) {
      teams[i] = new Team();
      teams[i].members.add("member " + i);
    }
    Luck luck = new Luck();
    Stage.join(
        Stage.start("even", () -> luck.turn(0, () -> takeEverySecond(teams, 2))),
        Stage.start("odd", () -> luck.turn(1, () -> takeEverySecond(teams, 1))));
    System.out.println(teams[19].members.size() > 1);
  }

  private static void takeEverySecond(Team[] teams, int from) {
    for (int i = from; i < teams.length; i += 2) {
      teams[i].takeAll(teams[i - 1]);
    }
  }
}
