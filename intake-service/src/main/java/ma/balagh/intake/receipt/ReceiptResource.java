package ma.balagh.intake.receipt;

import static ma.balagh.http.Roles.ANALYST;
import static ma.balagh.http.Roles.AUDITOR;
import static ma.balagh.http.Roles.COMMANDER;
import static ma.balagh.http.Roles.DISPATCHER;
import static ma.balagh.http.Roles.INTAKE_OFFICER;
import static ma.balagh.http.Roles.INTERNAL_AFFAIRS;
import static ma.balagh.http.Roles.JUDICIAL_OFFICER;
import static ma.balagh.http.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.intake.report.ReceiptCode;
import ma.balagh.intake.report.Report;
import ma.balagh.intake.report.Reports;
import ma.balagh.intake.report.Visibility;

/** What a reporter may know: how far it is, and the answer. */
@Path("/api/v1/receipts/{receipt}")
class ReceiptResource {

    private final Reports reports;
    private final Answers answers;
    private final AnswerTexts texts;
    private final Caller caller;

    ReceiptResource(Reports reports, Answers answers, AnswerTexts texts, Caller caller) {
        this.reports = reports;
        this.answers = answers;
        this.texts = texts;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({PARTNER, INTAKE_OFFICER, ANALYST, JUDICIAL_OFFICER, DISPATCHER, INTERNAL_AFFAIRS, COMMANDER, AUDITOR
    })
    public ReceiptView read(String receipt) {
        Report report = ReceiptCode.parse(receipt)
                .flatMap(code -> reports.find(code, Visibility.of(caller)))
                .orElseThrow(() -> CommonProblem.notFound("the receipt"));
        return ReceiptView.of(report, answers.ofKnownCase(report).orElse(null), texts);
    }
}
