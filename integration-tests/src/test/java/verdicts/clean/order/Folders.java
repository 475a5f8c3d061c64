package verdicts.clean.order;

import verdicts.Clean;
import verdicts.Stage;

/**
 * Folders lock their panels, panels lock their folders: a tree, always down, but not always from
 * the root, which would be a gate.
 */
@Clean
public final class Folders {
  private static final class Folder {
    private final Panel panel;

    Folder(int depth) {
      panel = depth == 0 ? null : new Panel(depth - 1);
    }

    synchronized int paint() {
      return panel == null ? 1 : panel.paint() + 1;
    }
  }

  private static final class Panel {
    private final Folder folder;

    Panel(int depth) {
      folder = new Folder(depth);
    }

    synchronized int paint() {
      return folder.paint() + 1;
    }
  }

  public static void main(String[] args) throws Exception {
    Folder root = new Folder(5);
    Thread[] painters = new Thread[4];
    for (int i = 0; i < painters.length; i++) {
      int painter = i;
      painters[i] =
          Stage.start(
              "painter-" + i,
              () -> {
                for (int k = 0; k < 500; k++) {
                  if (painter % 2 == 0) {
                    root.paint();
                  } else {
                    root.panel.paint();
                  }
                }
              });
    }
    Stage.join(painters);
    System.out.println(root.paint());
  }
}
