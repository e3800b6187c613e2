package ma.balagh.portal.upstream;

import java.util.List;
import java.util.function.UnaryOperator;

/** A service refused or failed, with its problem. */
public final class ServiceProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient ProblemResponse problem;

    ServiceProblemException(int status, ProblemResponse problem) {
        super("a service answered " + status + " " + problem.slug());
        this.status = status;
        this.problem = problem;
    }

    /** What the services answer to whoever does not say why; the portal need not ask them. */
    public static ServiceProblemException purposeMissing() {
        return new ServiceProblemException(
                428, new ProblemResponse("/problems/purpose-required", null, null, List.of()));
    }

    /** The same, with its fields called otherwise. */
    public ServiceProblemException naming(UnaryOperator<String> fields) {
        return new ServiceProblemException(
                status,
                new ProblemResponse(
                        problem.type(),
                        problem.title(),
                        problem.detail(),
                        problem.violations().stream()
                                .map(violation -> new ProblemResponse.Violation(
                                        violation.field() == null ? null : fields.apply(violation.field()),
                                        violation.code(),
                                        violation.params(),
                                        violation.message()))
                                .toList()));
    }

    public int status() {
        return status;
    }

    public ProblemResponse problem() {
        return problem;
    }

    public ProblemKind kind() {
        return ProblemKind.of(status, problem.slug());
    }
}
