package ma.balagh.intake.report;

/** Is notified when what a receipt shows has changed. Implemented by the feature that tells partners. */
public interface ReceiptListener {

    /** In the transaction of the change, with the report held: of one report, changes come in their order. */
    void changed(Report report);
}
