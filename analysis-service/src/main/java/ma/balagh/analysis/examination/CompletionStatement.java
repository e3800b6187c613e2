package ma.balagh.analysis.examination;

import java.util.Map;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.FindingResult;
import ma.balagh.analysis.finding.FindingStatement;
import ma.balagh.analysis.finding.LaboratoryMethod;

/** That an examination did not come to its end. */
enum CompletionStatement implements FindingStatement {
    GIVEN_UP;

    static Finding afterAttempts(int attempts) {
        return GIVEN_UP.with(Map.of("attempts", Integer.toString(attempts)));
    }

    @Override
    public Form form() {
        return new Form(LaboratoryMethod.EXAMINATION_COMPLETION, FindingResult.FAIL, "attempts");
    }
}
