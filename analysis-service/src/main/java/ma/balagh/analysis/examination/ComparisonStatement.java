package ma.balagh.analysis.examination;

import java.util.Map;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.FindingResult;
import ma.balagh.analysis.finding.FindingStatement;
import ma.balagh.analysis.finding.LaboratoryMethod;

/**
 * Whether it could be compared with other footage. What was found is no fact of it: not every reader may know of each
 * match.
 */
enum ComparisonStatement implements FindingStatement {
    COMPARED(FindingResult.PASS),
    TOO_PLAIN(FindingResult.UNKNOWN);

    private final Form form;

    ComparisonStatement(FindingResult result) {
        this.form = new Form(LaboratoryMethod.FOOTAGE_COMPARISON, result, "frames");
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
