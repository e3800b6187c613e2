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
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.intake.report.ReceiptCode;
import ma.balagh.intake.report.ReportStatus;
import org.jspecify.annotations.Nullable;

/** What a reporter may know: how far it is, and the answer. */
@Path("/api/v1/receipts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({PARTNER, INTAKE_OFFICER, ANALYST, JUDICIAL_OFFICER, DISPATCHER, INTERNAL_AFFAIRS, COMMANDER, AUDITOR})
class ReceiptResource {

    private final ReceiptService receipts;

    ReceiptResource(ReceiptService receipts) {
        this.receipts = receipts;
    }

    @GET
    public Page<ReceiptView> list(@QueryParam("status") @Nullable ReportStatus status, @BeanParam PageRequest request) {
        return receipts.page(status, request);
    }

    @GET
    @Path("/{receipt}")
    public ReceiptView read(@Size(max = ReceiptCode.LONGEST) String receipt) {
        return ReceiptCode.parse(receipt)
                .flatMap(receipts::find)
                .orElseThrow(() -> CommonProblem.notFound("the receipt"));
    }
}
