package ma.balagh.dispatch.clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Roles;
import ma.balagh.http.Violation;
import ma.balagh.http.ViolationCode;
import ma.balagh.persistence.ServiceWorkRunner;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The clocks over REST. */
@Tag(name = "Statistics")
@Path("/api/v1/statistics/clocks")
@Produces(MediaType.APPLICATION_JSON)
class ClockResource {

    /** What is shown to whoever asks for no period. */
    private static final Duration DEFAULT_PERIOD = Duration.ofDays(30);

    private final ClockRepository repository;
    private final Timestamps moments;
    private final Caller caller;
    private final ServiceWorkRunner serviceWork;
    private final ClockTargetConfig targets;

    ClockResource(
            ClockRepository repository,
            Timestamps moments,
            Caller caller,
            ServiceWorkRunner serviceWork,
            ClockTargetConfig targets) {
        this.repository = repository;
        this.moments = moments;
        this.caller = caller;
        this.serviceWork = serviceWork;
        this.targets = targets;
    }

    @GET
    @RolesAllowed({Roles.COMMANDER, Roles.AUDITOR})
    @Operation(
            summary = "How long each stage takes: p50, p95, p99 in seconds; the last 30 days if no period is asked for",
            description = "Each stage has a target, and how many lasted no longer.")
    public ClockStatistics clocks(
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("to") @Nullable Instant to,
            @QueryParam("jurisdiction")
                    @Size(max = Jurisdictions.LONGEST)
                    @Pattern(regexp = Jurisdictions.CODE, message = "must be a code such as MA-CAS")
                    @Nullable
                    String jurisdiction) {
        // What ended in this very millisecond belongs to it, too.
        var end = to == null ? moments.now().plusMillis(1) : to;
        var start = from == null ? end.minus(DEFAULT_PERIOD) : from;
        if (!start.isBefore(end)) {
            throw CommonProblem.invalid(new Violation("from", ViolationCode.IN_THE_FUTURE, "must lie before to"));
        }
        var visible = caller.jurisdictions();
        // What belongs to an inquiry is left out of the figures, and commanders do not see inquiries.
        var byStage = serviceWork.call(() -> repository.durations(start, end, jurisdiction, visible));
        return ClockStatistics.of(start, end, jurisdiction, byStage, targets);
    }
}
