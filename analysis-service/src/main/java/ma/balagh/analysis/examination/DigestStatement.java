package ma.balagh.analysis.examination;

import java.util.Map;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.FindingResult;
import ma.balagh.analysis.finding.FindingStatement;
import ma.balagh.analysis.finding.LaboratoryMethod;

/** Whether the bytes examined are those that were secured. */
enum DigestStatement implements FindingStatement {
    SAME(FindingResult.PASS),
    DIFFERENT(FindingResult.FAIL);

    private final Form form;

    DigestStatement(FindingResult result) {
        this.form = new Form(LaboratoryMethod.EVIDENCE_DIGEST, result, "expected", "found");
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
