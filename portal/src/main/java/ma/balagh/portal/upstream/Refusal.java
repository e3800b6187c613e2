package ma.balagh.portal.upstream;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was said against a form, for the page that shows it again with what was typed.
 *
 * @param kind absent of a form that nobody has sent yet
 * @param fields those of the form, beside which their own violations stand
 */
@TemplateData
public record Refusal(@Nullable ProblemKind kind, Problem problem, Set<String> fields) {

    public static final Refusal NONE = new Refusal(null, new Problem(null, null, null, List.of()), Set.of());

    public static Refusal of(ServiceProblem refused, Set<String> fields) {
        return new Refusal(refused.kind(), refused.problem(), fields);
    }

    /** The portal itself cannot read what was typed. */
    public static Refusal unreadable(String field, Set<String> fields) {
        var violation = Problem.Violation.malformed(field);
        return new Refusal(ProblemKind.INVALID, new Problem(null, null, null, List.of(violation)), fields);
    }

    /** The service could not be reached. */
    public static Refusal away() {
        return new Refusal(ProblemKind.AWAY, NONE.problem(), Set.of());
    }

    public boolean isThere() {
        return kind != null;
    }

    /** Whether somebody else was faster. */
    public boolean isStale() {
        return kind == ProblemKind.STALE;
    }

    /** What is wrong with one field. */
    public List<Problem.Violation> at(String field) {
        return problem.violations().stream()
                .filter(violation -> violation.name().equals(field))
                .toList();
    }

    /** The problem without what stands beside the fields. */
    public Problem elsewhere() {
        List<Problem.Violation> others = problem.violations().stream()
                .filter(violation -> !fields.contains(violation.name()))
                .toList();
        String detail = problem.violations().isEmpty() ? problem.detail() : null;
        return new Problem(problem.type(), problem.title(), detail, others);
    }
}
