package ma.balagh.verifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was found about a bundle. */
public final class VerificationReport {

    /** A hostile bundle shall not make a report of millions of lines. */
    private static final int MOST = 1_000;

    private final List<CheckFinding> findings;
    private final Map<BundleClaim, CheckOutcome> worst;
    private final String prefix;
    private Subject subject = Subject.NONE;

    VerificationReport() {
        this(new ArrayList<>(), new EnumMap<>(BundleClaim.class), "");
    }

    private VerificationReport(List<CheckFinding> findings, Map<BundleClaim, CheckOutcome> worst, String prefix) {
        this.findings = findings;
        this.worst = worst;
        this.prefix = prefix;
    }

    /** The same report for those who name the entries of a part without this prefix. */
    VerificationReport part(String named) {
        return new VerificationReport(findings, worst, prefix + named);
    }

    /** What the bundle says that it is; not true because it says so. */
    public record Subject(String evidenceId, String exportedAt, String exportedBy, String purpose) {

        static final Subject NONE = new Subject("", "", "", "");
    }

    /**
     * What the claim comes to: the worst that was found, whether or not it is among the findings that are shown, or unknown
     * where nothing could be checked.
     */
    public CheckOutcome outcome(BundleClaim claim) {
        return worst.getOrDefault(claim, CheckOutcome.UNKNOWN);
    }

    /** Whether no claim failed. */
    public boolean isAccepted() {
        return !worst.containsValue(CheckOutcome.FAIL);
    }

    /** Whether some claim could be neither shown nor refuted. */
    public boolean hasUnknown() {
        return Arrays.stream(BundleClaim.values()).anyMatch(claim -> outcome(claim) == CheckOutcome.UNKNOWN);
    }

    /** At most a thousand. */
    public List<CheckFinding> findings() {
        return List.copyOf(findings);
    }

    public List<CheckFinding> of(BundleClaim claim) {
        return findings.stream().filter(finding -> finding.claim() == claim).toList();
    }

    public Subject subject() {
        return subject;
    }

    void about(Subject named) {
        subject = named;
    }

    void pass(BundleClaim claim, String reason) {
        add(new CheckFinding(claim, CheckOutcome.PASS, FindingLocation.WHOLE, reason));
    }

    void unknown(BundleClaim claim, FindingLocation place, String reason) {
        add(new CheckFinding(claim, CheckOutcome.UNKNOWN, place.under(prefix), reason));
    }

    void fail(BundleClaim claim, FindingLocation place, String reason) {
        add(new CheckFinding(claim, CheckOutcome.FAIL, place.under(prefix), reason));
    }

    boolean hasFailed(BundleClaim claim) {
        return outcome(claim) == CheckOutcome.FAIL;
    }

    private void add(CheckFinding finding) {
        CheckOutcome before = worst.get(finding.claim());
        boolean isWorse = before == null || finding.outcome().compareTo(before) > 0;
        // What makes a claim worse is never left out in favour of what does not.
        if (findings.size() < MOST || isWorse) {
            findings.add(finding);
        }
        if (isWorse) {
            worst.put(finding.claim(), finding.outcome());
        }
    }
}
