package io.standstill.samples.queuedwriter;

import io.standstill.samples.BadLuck;

/**
 * Two readers and a writer. The export reads the catalogue and wants to write to its journal; the
 * audit holds the journal and wants to read the catalogue. Readers do not hinder each other, so all
 * is well for years, until an update queues up between them: the audit waits behind the update, the
 * update for the export, and the export for the audit. The clean audit reads the catalogue first.
 */
public final class QueuedWriter {
  private final Catalogue catalogue = new Catalogue();
  private final Journal journal = new Journal();
  private final BadLuck exportReads;
  private final BadLuck auditHoldsJournal;

  private QueuedWriter(String... arguments) {
    exportReads = BadLuck.among(2, arguments);
    auditHoldsJournal = BadLuck.among(2, arguments);
  }

  /** Exports, updates and audits at the same time. */
  public static void main(String[] arguments) throws InterruptedException {
    QueuedWriter night = new QueuedWriter(arguments);
    boolean clean = BadLuck.clean(arguments);
    Thread export = new Thread(night::export, "export");
    Thread update = new Thread(night::update, "update");
    Thread audit = new Thread(clean ? night::carefulAudit : night::audit, "audit");
    export.start();
    update.start();
    audit.start();
    export.join();
    update.join();
    audit.join();
    System.out.println("Exported, updated and audited.");
  }

  private void export() {
    catalogue.whileReading(
        () -> {
          exportReads.strikes();
          auditHoldsJournal.strikes();
          journal.write("exported");
        });
  }

  private void update() {
    exportReads.strikes();
    catalogue.raisePrices();
  }

  private void audit() {
    synchronized (journal) {
      while (!catalogue.writerQueues()) {
        Thread.onSpinWait();
      }
      auditHoldsJournal.strikes();
      journal.write("audited " + catalogue.prices());
    }
  }

  private void carefulAudit() {
    int prices = catalogue.prices();
    journal.write("audited " + prices);
  }
}
