package ma.balagh.analysis.examination;

import java.util.Map;
import java.util.Set;
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
    public Method method() {
        return Method.EXAMINATION_COMPLETION;
    }

    @Override
    public Result result() {
        return Result.FAIL;
    }

    @Override
    public Set<String> facts() {
        return Set.of("attempts");
    }
}
