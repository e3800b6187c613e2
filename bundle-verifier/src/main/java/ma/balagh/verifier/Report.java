package ma.balagh.verifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What was found about a bundle. */
public final class Report {

    /** A hostile bundle shall not make a report of millions of lines. */
    private static final int MOST = 1_000;

    private final List<Finding> findings;
    private final String prefix;
    private Subject subject = Subject.NONE;

    Report() {
        this(new ArrayList<>(), "");
    }

    private Report(List<Finding> findings, String prefix) {
        this.findings = findings;
        this.prefix = prefix;
    }

    /** The same report for those who name the entries of a part without this prefix. */
    Report part(String named) {
        return new Report(findings, prefix + named);
    }

    /** What the bundle says that it is; not true because it says so. */
    public record Subject(String evidenceId, String exportedAt, String exportedBy, String purpose) {

        static final Subject NONE = new Subject("", "", "", "");
    }

    /** What the claim comes to: the worst that was found, or unknown where nothing could be checked. */
    public Outcome outcome(Claim claim) {
        return of(claim).stream()
                .map(Finding::outcome)
                .max(Comparator.naturalOrder())
                .orElse(Outcome.UNKNOWN);
    }

    /** Whether no claim failed. */
    public boolean isAccepted() {
        return findings.stream().noneMatch(finding -> finding.outcome() == Outcome.FAIL);
    }

    /** Whether some claim could be neither shown nor refuted. */
    public boolean hasUnknown() {
        return Arrays.stream(Claim.values()).anyMatch(claim -> outcome(claim) == Outcome.UNKNOWN);
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    public List<Finding> of(Claim claim) {
        return findings.stream().filter(finding -> finding.claim() == claim).toList();
    }

    public Subject subject() {
        return subject;
    }

    void about(Subject named) {
        subject = named;
    }

    void pass(Claim claim, String reason) {
        add(new Finding(claim, Outcome.PASS, Place.WHOLE, reason));
    }

    void unknown(Claim claim, Place place, String reason) {
        add(new Finding(claim, Outcome.UNKNOWN, place.under(prefix), reason));
    }

    void fail(Claim claim, Place place, String reason) {
        add(new Finding(claim, Outcome.FAIL, place.under(prefix), reason));
    }

    boolean hasFailed(Claim claim) {
        return outcome(claim) == Outcome.FAIL;
    }

    private void add(Finding finding) {
        // What fails is never left out in favour of what does not.
        if (findings.size() < MOST || (finding.outcome() == Outcome.FAIL && isAccepted())) {
            findings.add(finding);
        }
    }
}
