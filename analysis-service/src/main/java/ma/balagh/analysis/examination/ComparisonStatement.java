package ma.balagh.analysis.examination;

import java.util.Map;
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

    private final Form form;

    ComparisonStatement(Result result) {
        this.form = new Form(Method.FOOTAGE_COMPARISON, result, "frames");
    }

    @Override
    public Form form() {
        return form;
    }

    /** @param frames how many have enough detail to be compared */
    static Finding of(int frames) {
        return (frames > 0 ? COMPARED : TOO_PLAIN).with(Map.of("frames", Integer.toString(frames)));
    }
}
