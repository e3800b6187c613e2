package ma.balagh.analysis.examination;

import java.util.Map;
import java.util.Set;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.Method;
import ma.balagh.analysis.finding.Result;
import ma.balagh.analysis.finding.Statement;

/** Whether the bytes examined are those that were secured. */
enum DigestStatement implements Statement {
    SAME(Result.PASS),
    DIFFERENT(Result.FAIL);

    private final Result result;

    DigestStatement(Result result) {
        this.result = result;
    }

    /** Both SHA-256, in hexadecimal digits. */
    static Finding of(String expected, String found) {
        return (expected.equals(found) ? SAME : DIFFERENT).with(Map.of("expected", expected, "found", found));
    }

    @Override
    public Method method() {
        return Method.EVIDENCE_DIGEST;
    }

    @Override
    public Result result() {
        return result;
    }

    @Override
    public Set<String> facts() {
        return Set.of("expected", "found");
    }
}
