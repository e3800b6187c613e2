package ma.balagh.analysis.examination;

import java.util.Map;
import java.util.Set;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.Method;
import ma.balagh.analysis.finding.Result;
import ma.balagh.analysis.finding.Statement;

/**
 * Whether it could be compared with other footage. What was found is no fact of it: not every reader may know of each
 * match.
 */
enum ComparisonStatement implements Statement {
    COMPARED(Result.PASS),
    TOO_PLAIN(Result.UNKNOWN);

    private final Result result;

    ComparisonStatement(Result result) {
        this.result = result;
    }

    /** @param frames how many have enough detail to be compared */
    static Finding of(int frames) {
        return (frames > 0 ? COMPARED : TOO_PLAIN).with(Map.of("frames", Integer.toString(frames)));
    }

    @Override
    public Method method() {
        return Method.FOOTAGE_COMPARISON;
    }

    @Override
    public Result result() {
        return result;
    }

    @Override
    public Set<String> facts() {
        return Set.of("frames");
    }
}
