package ma.balagh.intake.callback;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import ma.balagh.intake.receipt.ReceiptView;

/**
 * What a partner is told.
 *
 * @param type what happened
 * @param timestamp when it happened
 * @param data the receipt as it was from then on
 */
@RegisterForReflection // Written by no endpoint.
record ReceiptMessage(String type, Instant timestamp, ReceiptView data) {

    static ReceiptMessage changed(Instant at, ReceiptView receipt) {
        return new ReceiptMessage("receipt.changed", at, receipt);
    }
}
