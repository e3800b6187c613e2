package ma.balagh.intake.receipt;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.PublicRequestLimiter;
import ma.balagh.intake.report.ReceiptCode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Receipts for everybody who has the code: without a token, and never to be kept. */
@Tag(name = "Public")
@Path("/api/v1/public/receipts")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@SecurityRequirements
class PublicReceiptResource {

    private final PublicReceiptService receipts;
    private final PublicRequestLimiter limiter;

    PublicReceiptResource(PublicReceiptService receipts, PublicRequestLimiter limiter) {
        this.receipts = receipts;
        this.limiter = limiter;
    }

    /** The length is not checked: what can be no code is answered like a code that nobody has. */
    @GET
    @Path("/{code}")
    @Operation(summary = "How far a report is, and its answer, for whoever has the code")
    @Parameter(
            name = "code",
            in = ParameterIn.PATH,
            required = true,
            schema = @Schema(type = SchemaType.STRING, maxLength = ReceiptCode.LONGEST))
    @APIResponse(responseCode = "200", description = "OK")
    public PublicReceiptView read(String code) {
        limiter.require();
        return receipts.find(code).orElseThrow(() -> CommonProblem.notFound("the receipt"));
    }
}
