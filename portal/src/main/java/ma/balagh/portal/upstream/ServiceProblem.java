package ma.balagh.portal.upstream;

import java.util.List;
import java.util.function.UnaryOperator;

/** A service refused, or failed, and said why. */
public final class ServiceProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Problem problem;

    ServiceProblem(int status, Problem problem) {
        super("a service answered " + status + " " + problem.slug());
        this.status = status;
        this.problem = problem;
    }

    /** What the services answer to whoever does not say why; the portal need not ask them. */
    public static ServiceProblem purposeMissing() {
        return new ServiceProblem(428, new Problem("/problems/purpose-required", null, null, List.of()));
    }

    /** The same, with its fields called otherwise. */
    public ServiceProblem naming(UnaryOperator<String> fields) {
        return new ServiceProblem(
                status,
                new Problem(
                        problem.type(),
                        problem.title(),
                        problem.detail(),
                        problem.violations().stream()
                                .map(violation -> new Problem.Violation(
                                        violation.field() == null ? null : fields.apply(violation.field()),
                                        violation.code(),
                                        violation.params(),
                                        violation.message()))
                                .toList()));
    }

    public int status() {
        return status;
    }

    public Problem problem() {
        return problem;
    }

    public ProblemKind kind() {
        return ProblemKind.of(status, problem.slug());
    }
}
