package ma.balagh.intake.callback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import ma.balagh.intake.receipt.ReceiptService;
import ma.balagh.intake.report.Report;

/** Writes what partners are sent, as JSON. */
@ApplicationScoped
class ReceiptMessageWriter {

    private final ReceiptService receipts;
    private final ObjectMapper json;

    ReceiptMessageWriter(ReceiptService receipts, ObjectMapper json) {
        this.receipts = receipts;
        this.json = json;
    }

    /** That the receipt of a report has changed, with what it says now. */
    String changed(Instant at, Report report) {
        try {
            return json.writeValueAsString(ReceiptMessage.changed(at, receipts.of(report)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a receipt can be written", e);
        }
    }
}
