package hangs;

import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.schedulers.Schedulers;
import verdicts.Stage;

/** RxJava: as before, through observers whose fields have short names. */
public final class RxMapped {
  public static void main(String[] args) {
    Single<Integer> inner =
        Single.fromCallable(() -> 1)
            .map(n -> n + 1)
            .subscribeOn(Schedulers.single())
            .map(n -> n + 1);
    Single.fromCallable(() -> inner.blockingGet()).subscribeOn(Schedulers.single()).subscribe();
    Stage.stuckNamed("RxSingleScheduler-1");
  }
}
