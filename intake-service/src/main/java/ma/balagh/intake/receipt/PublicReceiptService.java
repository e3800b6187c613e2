package ma.balagh.intake.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import ma.balagh.intake.report.ReceiptCode;
import ma.balagh.persistence.ServiceWorkRunner;

/** Looks receipts up for the public. What is found out costs the same work whatever is wrong with the code. */
@ApplicationScoped
class PublicReceiptService {

    /** Looked up in place of what can be no code. A report has it with a probability of 2^-75, and is not shown by it then. */
    private static final ReceiptCode PLACEHOLDER = new ReceiptCode("BLG-0000-0000-0000-0000");

    private final ReceiptService receipts;
    private final ServiceWorkRunner serviceWork;

    PublicReceiptService(ReceiptService receipts, ServiceWorkRunner serviceWork) {
        this.receipts = receipts;
        this.serviceWork = serviceWork;
    }

    /** @param typed what somebody takes for a code */
    Optional<PublicReceiptView> find(String typed) {
        Optional<ReceiptCode> code = ReceiptCode.parse(typed);
        // The public has no rows of its own: the code is what entitles, whoever filed the report and wherever it
        // belongs.
        Optional<PublicReceiptView> found = serviceWork.call(() -> receipts.findForPublic(code.orElse(PLACEHOLDER)));
        return code.isPresent() ? found : Optional.empty();
    }
}
