package ma.balagh.intake.ageing;

import static ma.balagh.http.Roles.AUDITOR;
import static ma.balagh.http.Roles.COMMANDER;
import static ma.balagh.http.Roles.INTAKE_OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Duration;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.Violation;
import org.jspecify.annotations.Nullable;

/** Reports that wait for an answer, of the caller's jurisdictions. */
@Path("/api/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({INTAKE_OFFICER, COMMANDER, AUDITOR})
class AgeingResource {

    /** Older than anything here, and within what PostgreSQL counts. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private static final int MOST_WEEKS = 26;

    private final AgeingService ageing;

    AgeingResource(AgeingService ageing) {
        this.ageing = ageing;
    }

    @GET
    @Path("/ageing")
    public AgeingView ageing() {
        return ageing.ageing();
    }

    /** How many were answered in time, week by week: weeks have seven days, and the last one ends now. */
    @GET
    @Path("/weekly")
    public WeeklyAnswers weekly(@QueryParam("weeks") @DefaultValue("8") @Min(1) @Max(MOST_WEEKS) int weeks) {
        return ageing.weeks(weeks);
    }

    /** @param olderThan an ISO 8601 duration such as {@code PT24H} */
    @GET
    @Path("/unanswered")
    public Page<UnansweredView> list(
            @QueryParam("jurisdiction") @Size(max = Jurisdictions.LONGEST) @Nullable String jurisdiction,
            @QueryParam("olderThan") @Size(max = 40) @Nullable String olderThan,
            @BeanParam PageRequest request) {
        return ageing.page(within(jurisdiction), age(olderThan), request);
    }

    private static @Nullable Jurisdictions within(@Nullable String code) {
        if (code == null) {
            return null;
        }
        if (!Jurisdictions.isCode(code)) {
            throw CommonProblem.invalid(Violation.notAJurisdiction("jurisdiction"));
        }
        return Jurisdictions.of(code);
    }

    private static Duration age(@Nullable String text) {
        if (text == null) {
            return Duration.ZERO;
        }
        try {
            Duration age = Duration.parse(text);
            if (!age.isNegative() && age.compareTo(LONGEST) <= 0) {
                return age;
            }
        } catch (DateTimeException | ArithmeticException malformed) {
            // Answered below, like one out of range.
        }
        throw CommonProblem.invalid(
                Violation.malformed("olderThan", "must be a duration such as PT24H, of at most a hundred years"));
    }
}
