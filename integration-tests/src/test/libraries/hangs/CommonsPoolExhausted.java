package hangs;

import java.io.StringWriter;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;
import verdicts.Meeting;
import verdicts.Stage;

/** Commons Pool 2: two who copy have one of two buffers each, and want another one. */
public final class CommonsPoolExhausted {
  private static final Meeting inside = new Meeting(2);

  private static final class Factory extends BasePooledObjectFactory<StringWriter> {
    @Override
    public StringWriter create() {
      return new StringWriter();
    }

    @Override
    public PooledObject<StringWriter> wrap(StringWriter writer) {
      return new DefaultPooledObject<>(writer);
    }
  }

  private static void copy(GenericObjectPool<StringWriter> pool) throws Exception {
    StringWriter from = pool.borrowObject();
    inside.meet();
    StringWriter to = pool.borrowObject();
    to.write(from.toString());
    pool.returnObject(to);
    pool.returnObject(from);
  }

  public static void main(String[] args) {
    GenericObjectPool<StringWriter> pool = new GenericObjectPool<>(new Factory());
    pool.setMaxTotal(2);
    Thread first = Stage.start("copy-1", () -> copy(pool));
    Thread second = Stage.start("copy-2", () -> copy(pool));
    Stage.stuck(first, second);
  }
}
