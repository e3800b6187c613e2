package ma.balagh.analysis.verdict;

import static java.util.Objects.requireNonNull;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ma.balagh.contracts.analysis.PlaceCertainty;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Explanation;
import ma.balagh.http.Violation;
import ma.balagh.http.ViolationCode;
import org.jspecify.annotations.Nullable;

/**
 * The body of a proposal.
 *
 * @param severity 1 (minor) to 4 (life in danger); 2 for a presumed offence that does not say
 * @param placeCertainty how sure the proposer is of the place; {@code CLAIMED} where the place is taken from a report
 * @param facts what happened, of a presumed offence
 * @param still the moment that those who are sent are to see, of a presumed offence
 */
record ProposeVerdict(
        @NotNull @Nullable Verdict verdict,

        @NotNull @Size(max = 4000) @Explanation(min = LEAST_REASONS) @Nullable
        String reasons,

        @Min(1) @Max(4) @Nullable Integer severity,
        @Size(max = 300) @Nullable String place,
        @Min(-90) @Max(90) @Nullable Double latitude,
        @Min(-180) @Max(180) @Nullable Double longitude,
        @Nullable Instant occurredAt,
        @Size(max = 200) @Nullable String knownCase,
        @Nullable PlaceCertainty placeCertainty,
        @Valid @Nullable ProposeFacts facts,
        @Valid @Nullable ProposeStill still) {

    private static final int LEAST_REASONS = 10;
    private static final int USUAL_SEVERITY = 2;
    private static final String OF_AN_OFFENCE = "goes with the verdict PRESUMED_OFFENCE only";

    /** @throws ma.balagh.http.ProblemException 400 with every field that contradicts another or the calendar */
    Assessment assessment(Instant now) {
        List<Violation> violations = violations(now);
        if (verdict == null || reasons == null || !violations.isEmpty()) {
            throw CommonProblem.invalid(violations);
        }
        return new Assessment(
                verdict,
                reasons.strip(),
                severity == null && verdict == Verdict.PRESUMED_OFFENCE ? (Integer) USUAL_SEVERITY : severity,
                stated(place),
                latitude,
                longitude,
                occurredAt,
                stated(knownCase),
                facts == null ? null : facts.stated(),
                still == null ? null : new StatedMoment(requireNonNull(still.evidenceId()), requireNonNull(still.at())),
                placeCertainty,
                List.of());
    }

    private List<Violation> violations(Instant now) {
        List<Violation> violations = new ArrayList<>();
        if ((latitude == null) != (longitude == null)) {
            violations.add(new Violation(
                    latitude == null ? "latitude" : "longitude",
                    ViolationCode.OTHER_REQUIRED,
                    "must come with the other one"));
        }
        if (occurredAt != null && occurredAt.isAfter(now)) {
            violations.add(Violation.inTheFuture("occurredAt"));
        }
        if (occurredAt != null && occurredAt.isBefore(Instant.EPOCH)) {
            violations.add(Violation.beforeTheEpoch("occurredAt"));
        }
        if (verdict == Verdict.KNOWN_CASE && stated(knownCase) == null) {
            violations.add(Violation.required("knownCase", "must name the case that the footage belongs to"));
        }
        if (verdict != Verdict.KNOWN_CASE && stated(knownCase) != null) {
            violations.add(Violation.unfitting("knownCase", "goes with the verdict KNOWN_CASE only"));
        }
        if (verdict != Verdict.PRESUMED_OFFENCE && facts != null) {
            violations.add(Violation.unfitting("facts", OF_AN_OFFENCE));
        }
        if (verdict != Verdict.PRESUMED_OFFENCE && still != null) {
            violations.add(Violation.unfitting("still", OF_AN_OFFENCE));
        }
        return violations;
    }

    /** A form sends an empty field for nothing. */
    static @Nullable String stated(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
