package ma.balagh.intake.relevance;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import ma.balagh.http.Roles;
import org.jspecify.annotations.Nullable;

/** Trying the list of terms, or another, on a text. Nothing is stored. */
@Path("/api/v1/relevance/assessments")
@Produces(MediaType.APPLICATION_JSON)
class AssessmentResource {

    private final TermService terms;

    AssessmentResource(TermService terms) {
        this.terms = terms;
    }

    @POST
    @RolesAllowed(Roles.INTAKE_OFFICER)
    public AssessmentView assess(TryText command) {
        TermVersion newest = terms.newest();
        TermList list = TermRules.list(command, newest.list());
        boolean proposed =
                command.terms() != null || list.threshold() != newest.list().threshold();
        List<@Nullable String> tags = command.tags() == null ? List.of() : command.tags();
        RelevanceAssessment assessment = RelevanceService.assess(
                TermMatcher.of(proposed ? 0 : newest.version(), list),
                command.title(),
                command.text(),
                command.language(),
                tags.stream().map(tag -> requireNonNull(tag)).toList());
        return AssessmentView.of(assessment, list.threshold());
    }
}
