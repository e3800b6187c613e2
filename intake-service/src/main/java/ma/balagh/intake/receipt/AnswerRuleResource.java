package ma.balagh.intake.receipt;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Explanation;
import ma.balagh.http.IdempotencyService;
import ma.balagh.http.Preconditions;
import ma.balagh.http.Roles;
import ma.balagh.intake.report.AnswerRuleService.Act;
import ma.balagh.intake.report.ReportService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Stopping the rule by which a report gets the answer of a dossier that was decided before it came, since its media are the
 * same. The answer is taken back, and the report is under examination until the rule applies again or its dossier, reopened,
 * is decided anew.
 */
@Path("/api/v1/reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.INTAKE_OFFICER)
class AnswerRuleResource {

    /** @param reason why; kept with the name of who did it */
    record ChangeRule(
            @NotNull @Size(max = 4000) @Explanation(min = 10)
            String reason) {}

    /** @param stopped whether the rule is stopped for the report now */
    record RuleState(UUID reportId, boolean stopped) {}

    private final ReportService reports;
    private final ReportAnswerService answers;
    private final IdempotencyService keys;
    private final Preconditions preconditions;
    private final Caller caller;

    AnswerRuleResource(
            ReportService reports,
            ReportAnswerService answers,
            IdempotencyService keys,
            Preconditions preconditions,
            Caller caller) {
        this.reports = reports;
        this.answers = answers;
        this.keys = keys;
        this.preconditions = preconditions;
        this.caller = caller;
    }

    @POST
    @Path("/rule-stop")
    @Operation(summary = "Take an answer by rule back, and give none to this report")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "409", description = "The report is not answered by rule")
    public RestResponse<RuleState> stop(UUID id, @Valid @NotNull ChangeRule command) {
        return change(id, command, Act.STOPPED);
    }

    @POST
    @Path("/rule-resumption")
    @Operation(summary = "Let the rule answer this report again")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "409", description = "The rule is not stopped")
    public RestResponse<RuleState> resume(UUID id, @Valid @NotNull ChangeRule command) {
        return change(id, command, Act.RESUMED);
    }

    private RestResponse<RuleState> change(UUID id, ChangeRule command, Act act) {
        return keys.once(command, () -> requireVisible(id), () -> {
            requireVisible(id);
            answers.changeRule(
                    id,
                    act,
                    command.reason().strip(),
                    caller,
                    report -> preconditions.requireMatch(Preconditions.tag(report.version())));
            return RestResponse.ok(new RuleState(id, act == Act.STOPPED));
        });
    }

    private void requireVisible(UUID id) {
        if (!reports.isVisible(id)) {
            throw CommonProblem.notFound("the report");
        }
    }
}
