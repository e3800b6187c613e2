package ma.balagh.portal.upstream;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The refusal of a form, for the page that shows it again with what was typed.
 *
 * @param kind absent of a form that nobody has sent yet
 * @param fields those of the form, beside which their own violations stand
 */
@TemplateData
public record FormRefusal(@Nullable ProblemKind kind, ProblemResponse problem, Set<String> fields) {

    public static final FormRefusal NONE =
            new FormRefusal(null, new ProblemResponse(null, null, null, List.of()), Set.of());

    public static FormRefusal of(ServiceProblemException refused, Set<String> fields) {
        return new FormRefusal(refused.kind(), refused.problem(), fields);
    }

    /** The portal itself cannot read what was typed. */
    public static FormRefusal unreadable(String field, Set<String> fields) {
        var violation = ProblemResponse.Violation.malformed(field);
        return new FormRefusal(ProblemKind.INVALID, new ProblemResponse(null, null, null, List.of(violation)), fields);
    }

    /** The service could not be reached. */
    public static FormRefusal away() {
        return new FormRefusal(ProblemKind.AWAY, NONE.problem(), Set.of());
    }

    public boolean isThere() {
        return kind != null;
    }

    /** Whether somebody else was faster. */
    public boolean isStale() {
        return kind == ProblemKind.STALE;
    }

    /** What is wrong with one field. */
    public List<ProblemResponse.Violation> at(String field) {
        return problem.violations().stream()
                .filter(violation -> violation.name().equals(field))
                .toList();
    }

    /** What is wrong with one field of several that have the same name, by where it stands in the request. */
    public List<ProblemResponse.Violation> atPath(String path) {
        return problem.violations().stream()
                .filter(violation -> path.equals(violation.field()))
                .toList();
    }

    /** The problem without what stands beside the fields. */
    public ProblemResponse elsewhere() {
        List<ProblemResponse.Violation> others = problem.violations().stream()
                .filter(violation -> !fields.contains(violation.name()))
                .toList();
        String detail = problem.violations().isEmpty() ? problem.detail() : null;
        return new ProblemResponse(problem.type(), problem.title(), detail, others);
    }
}
