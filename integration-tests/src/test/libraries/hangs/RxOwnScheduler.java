package hangs;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.schedulers.Schedulers;
import verdicts.Stage;

/** RxJava: the only thread of a scheduler waits for values that it should produce itself. */
public final class RxOwnScheduler {
  public static void main(String[] args) {
    Flowable<Integer> inner = Flowable.range(0, 5).subscribeOn(Schedulers.single());
    Single.fromCallable(() -> inner.map(n -> n + 1).blockingLast())
        .subscribeOn(Schedulers.single())
        .subscribe();
    Stage.stuckNamed("RxSingleScheduler-1");
  }
}
