package ma.balagh.intake.ageing;

import static ma.balagh.http.Roles.AUDITOR;
import static ma.balagh.http.Roles.COMMANDER;
import static ma.balagh.http.Roles.INTAKE_OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import org.jspecify.annotations.Nullable;

/** What is behind the figures of a week: which territories, and which reports. */
@Path("/api/v1/reports/answer-times")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({INTAKE_OFFICER, COMMANDER, AUDITOR})
class AnswerTimeResource {

    private final AgeingService ageing;
    private final Clock clock;

    AnswerTimeResource(AgeingService ageing, Clock clock) {
        this.ageing = ageing;
        this.clock = clock;
    }

    @GET
    public AnswerTimes territories(@Valid @BeanParam AnswerPeriodQuery asked) {
        return ageing.territories(asked.period(clock.instant()));
    }

    /** Those first that took or have waited longest; there is one page alone. */
    @GET
    @Path("/reports")
    public Page<AnswerTimeView> reports(
            @Valid @BeanParam AnswerPeriodQuery asked,
            @QueryParam("fate") @Nullable AnswerFate fate,
            @BeanParam PageRequest page) {
        page.after(_ -> {
            throw new IllegalArgumentException("there is one page alone");
        });
        return new Page<>(ageing.slowest(asked.period(clock.instant()), fate, page.limit()), null);
    }
}
