package ma.balagh.analysis.examination;

import java.util.Map;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.Method;
import ma.balagh.analysis.finding.Result;
import ma.balagh.analysis.finding.Statement;

/** Whether the bytes examined are those that were secured. */
enum DigestStatement implements Statement {
    SAME(Result.PASS),
    DIFFERENT(Result.FAIL);

    private final Form form;

    DigestStatement(Result result) {
        this.form = new Form(Method.EVIDENCE_DIGEST, result, "expected", "found");
    }

    @Override
    public Form form() {
        return form;
    }

    /** Both SHA-256, in hexadecimal digits. */
    static Finding of(String expected, String found) {
        return (expected.equals(found) ? SAME : DIFFERENT).with(Map.of("expected", expected, "found", found));
    }
}
