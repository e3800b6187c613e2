package ma.balagh.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class VerificationReportTest {

    @Test
    void tellsWhatIsUnknownAndWhatFailsHoweverMuchWasFoundBefore() {
        // Given
        var report = new VerificationReport();
        for (int finding = 0; finding < 2_000; finding++) {
            report.pass(BundleClaim.DIGESTS, "as stated");
        }

        // When
        report.unknown(BundleClaim.DIGESTS, FindingLocation.WHOLE, "nobody vouches for it");
        report.part("second/").fail(BundleClaim.CONTAINER, FindingLocation.WHOLE, "it is cut off");

        // Then
        assertThat(report.outcome(BundleClaim.DIGESTS)).isEqualTo(CheckOutcome.UNKNOWN);
        assertThat(report.hasUnknown()).isTrue();
        assertThat(report.isAccepted()).isFalse();
        assertThat(report.findings())
                .hasSize(1_002)
                .extracting(CheckFinding::reason)
                .contains("nobody vouches for it", "it is cut off");
    }
}
