package ma.balagh.intake.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.contracts.intake.AnswerKind;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.intake.answer.AnswerTextService;
import ma.balagh.intake.answer.AnswerWording;
import ma.balagh.intake.report.Answer;
import ma.balagh.intake.report.ReceiptCode;
import ma.balagh.intake.report.Report;
import ma.balagh.intake.report.ReportService;
import ma.balagh.intake.report.ReportStatus;
import ma.balagh.persistence.ServiceWorkRunner;
import org.jspecify.annotations.Nullable;

/** What receipts show: always in the present wording, and with the latest outcome of a known case. */
@ApplicationScoped
public class ReceiptService {

    private final ReportService reports;
    private final KnownCaseRepository knownCases;
    private final AnswerTextService texts;
    private final ServiceWorkRunner serviceWork;

    ReceiptService(
            ReportService reports,
            KnownCaseRepository knownCases,
            AnswerTextService texts,
            ServiceWorkRunner serviceWork) {
        this.reports = reports;
        this.knownCases = knownCases;
        this.texts = texts;
        this.serviceWork = serviceWork;
    }

    Optional<ReceiptView> find(ReceiptCode code) {
        return reports.find(code).map(this::of);
    }

    /** What anybody may know who has the code. */
    Optional<PublicReceiptView> findForPublic(ReceiptCode code) {
        return reports.find(code).map(report -> {
            AnswerWording wording = texts.wording();
            ReceiptView receipt = of(List.of(report), wording).getFirst();
            return PublicReceiptView.of(receipt, wording.ofForwarded());
        });
    }

    /** Newest first. */
    Page<ReceiptView> page(@Nullable ReportStatus status, PageRequest request) {
        Page<Report> page = reports.page(status, request);
        return new Page<>(of(page.items()), page.next());
    }

    /** What the receipt of a report shows at this moment, also within a transaction. */
    public ReceiptView of(Report report) {
        return of(List.of(report)).getFirst();
    }

    private List<ReceiptView> of(List<Report> found) {
        return of(found, texts.wording());
    }

    private List<ReceiptView> of(List<Report> found, AnswerWording wording) {
        Map<UUID, Answer> became = ofKnownCases(found);
        return found.stream()
                .map(report -> ReceiptView.of(report, became.get(report.id()), wording))
                .toList();
    }

    /** What has become of the earlier cases that recordings belong to, where that may be told. */
    private Map<UUID, Answer> ofKnownCases(Collection<Report> found) {
        List<UUID> known =
                found.stream().filter(ReceiptService::isKnown).map(Report::id).toList();
        // The earlier case may be anybody's: of it the answer alone is told.
        return known.isEmpty() ? Map.of() : serviceWork.call(() -> knownCases.answers(known));
    }

    private static boolean isKnown(Report report) {
        Answer answer = report.answer();
        return answer != null && answer.kind() == AnswerKind.KNOWN_CASE;
    }
}
