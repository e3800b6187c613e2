package ma.balagh.intake.report;

import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Violation;
import ma.balagh.http.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /reports/answers}: one answer for many reports.
 *
 * @param reportIds 1 to 1,000, each once
 * @param reason for the record, not for the reporter
 */
record AnswerReports(
        @Nullable HandAnswer answer,
        @Size(max = MOST) @Nullable List<@Nullable UUID> reportIds,
        @Size(max = MAX_REASON) @Nullable String reason) {

    private static final int MOST = 1_000;
    private static final int MAX_REASON = 1_000;

    record Accepted(HandAnswer answer, List<UUID> reportIds, String reason) {}

    /** @throws ma.balagh.http.ProblemException 400 with every field that is wrong */
    Accepted accepted() {
        var violations = new ArrayList<Violation>();
        if (answer == null) {
            violations.add(Violation.required("answer", "must be SET_ASIDE or NO_RECORDING"));
        }
        String said = reason == null ? "" : reason.strip();
        if (!VisibleText.hasWords(said) || said.codePointCount(0, said.length()) > MAX_REASON) {
            violations.add(Violation.reasonRequired("reason", MAX_REASON));
        }
        List<UUID> ids = ids(violations);
        HandAnswer kind = answer;
        if (kind == null || !violations.isEmpty()) {
            throw CommonProblem.invalid(violations);
        }
        return new Accepted(kind, ids, said);
    }

    private List<UUID> ids(List<Violation> violations) {
        List<@Nullable UUID> told = reportIds == null ? List.of() : reportIds;
        if (told.isEmpty() || told.size() > MOST) {
            violations.add(Violation.outOfRange("reportIds", 1, MOST, "must be 1 to %,d".formatted(MOST)));
            return List.of();
        }
        var ids = new ArrayList<UUID>();
        var seen = new HashSet<UUID>();
        for (int i = 0; i < told.size(); i++) {
            UUID id = told.get(i);
            if (id == null || !seen.add(id)) {
                violations.add(Violation.listedTwice("reportIds[" + i + "]", "must be a report, each once"));
            } else {
                ids.add(id);
            }
        }
        return ids;
    }
}
