package verdicts.pooldeadlock.observers;

/** Is told of a value. */
public interface Observer<T> {
  void onValue(T value);
}
