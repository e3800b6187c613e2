package ma.balagh.analysis.examination;

import java.util.Map;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.Method;
import ma.balagh.analysis.finding.Result;
import ma.balagh.analysis.finding.Statement;

/** That an examination did not come to its end. */
enum CompletionStatement implements Statement {
    GIVEN_UP;

    static Finding afterAttempts(int attempts) {
        return GIVEN_UP.with(Map.of("attempts", Integer.toString(attempts)));
    }

    @Override
    public Form form() {
        return new Form(Method.EXAMINATION_COMPLETION, Result.FAIL, "attempts");
    }
}
