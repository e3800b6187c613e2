package ma.balagh.analysis.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import ma.balagh.analysis.credentials.ThrowAwaySigner.Algorithm;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.FindingResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignerCertificatesTest extends CredentialsReading {

    private static final Instant LATER = Instant.parse("2027-06-01T12:00:00Z");

    @ParameterizedTest
    @EnumSource
    void verifiesEachAlgorithmThatTheSpecificationAllows(Algorithm algorithm) throws Exception {
        // When
        Finding finding = read(new SignedMedium(new ThrowAwaySigner(algorithm)).jpeg());

        // Then
        assertThat(finding.result()).isEqualTo(FindingResult.PASS);
        assertThat(finding.facts())
                .containsEntry("signer", "Test Press Agency (Camera 7)")
                .containsEntry("generator", "Test Camera 2.0")
                .containsEntry("title", "recording 12")
                .containsEntry("actions", "c2pa.created")
                .containsEntry("source-types", "digitalCapture")
                .containsEntry("valid-from", "2024-01-01T00:00:00Z")
                .containsEntry("signed-at", "—")
                .containsEntry("uncovered-bytes", "0")
                .containsEntry(
                        "status",
                        "claimSignature.validated, assertion.hashedURI.match, assertion.dataHash.match,"
                                + " claimSignature.insideValidity, signingCredential.untrusted");
    }

    @Test
    void refusesTheSignatureOfAnotherKey() throws Exception {
        var other = new ThrowAwaySigner(Algorithm.ES256);

        assertThat(read(new SignedMedium(SIGNER).certificateOf(other).jpeg()).facts())
                .containsEntry("status", "claimSignature.mismatch");
    }

    @Test
    void refusesAKeyOfAnotherKind() throws Exception {
        var other = new ThrowAwaySigner(Algorithm.EDDSA);

        assertThat(read(new SignedMedium(SIGNER).certificateOf(other).jpeg()).facts())
                .containsEntry("status", "signingCredential.invalid");
    }

    @Test
    void refusesTheCertificateOfAnAuthority() throws Exception {
        assertThat(read(new SignedMedium(new ThrowAwaySigner(Algorithm.ES256, true)).jpeg())
                        .facts())
                .containsEntry("status", "signingCredential.invalid");
    }

    @Test
    void refusesASignatureThatCoversSomethingElseThanTheClaim() throws Exception {
        assertThat(read(new SignedMedium(SIGNER).withPayloadOfSomethingElse().jpeg())
                        .facts())
                .containsEntry("status", "claimSignature.mismatch");
    }

    @Test
    void saysThatACertificateHasExpiredSinceNobodyKnowsWhen() throws Exception {
        Finding finding = read(new SignedMedium(SIGNER).jpeg(), LATER);

        assertThat(finding.code()).isEqualTo("credentials.content.expired");
        assertThat(finding.result()).isEqualTo(FindingResult.UNKNOWN);
        assertThat(finding.facts().get("status")).startsWith("claimSignature.outsideValidity");
    }

    @Test
    void acceptsAnExpiredCertificateWhereATimeStampShowsThatItWasValid() throws Exception {
        // When
        Instant earlier = Instant.parse("2025-02-03T04:05:06Z");
        Finding finding = read(new SignedMedium(SIGNER).stampedAt(earlier).jpeg(), LATER);

        // Then
        assertThat(finding.code()).isEqualTo("credentials.content.valid");
        assertThat(finding.facts())
                .containsEntry("signed-at", "2025-02-03T04:05:06Z")
                .containsEntry("time-stamp-authority", "Test Press Agency (Camera 7)");
        assertThat(finding.facts().get("status")).contains("timeStamp.validated");
    }

    @Test
    void ignoresATimeStampOfSomethingElse() throws Exception {
        // Given
        byte[] file = new SignedMedium(SIGNER).stampedAt(WITHIN).jpeg();
        file[indexOf(file, "20250601") + 3] = '4';

        // When
        Finding finding = read(file, LATER);

        // Then
        assertThat(finding.code()).isEqualTo("credentials.content.expired");
        assertThat(finding.facts()).containsEntry("signed-at", "—");
        assertThat(finding.facts().get("status")).contains("timeStamp.mismatch");
    }
}
