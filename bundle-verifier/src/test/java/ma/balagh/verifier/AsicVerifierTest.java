package ma.balagh.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AsicVerifierTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void acceptsWhatIsSignedAndSaysWhatItCannotKnow() throws IOException {
        // When
        var report = verified(new SignedContainer().zip(), TrustAnchors.NOBODY);

        // Then
        assertThat(report.isAccepted()).isTrue();
        assertThat(report.outcome(BundleClaim.MANIFEST_SIGNATURE)).isEqualTo(CheckOutcome.PASS);
        assertThat(report.outcome(BundleClaim.DIGESTS)).isEqualTo(CheckOutcome.PASS);
        assertThat(report.outcome(BundleClaim.MANIFEST_SIGNER)).isEqualTo(CheckOutcome.UNKNOWN);
        assertThat(report.outcome(BundleClaim.TIME_STAMPS)).isEqualTo(CheckOutcome.UNKNOWN);
    }

    @Test
    void knowsWhoIsTrusted() throws IOException {
        var trust = new TrustAnchors(Set.of(SignedContainer.key()), List.of());

        assertThat(verified(new SignedContainer().zip(), trust).outcome(BundleClaim.MANIFEST_SIGNER))
                .isEqualTo(CheckOutcome.PASS);
    }

    @Test
    void refusesEntriesThatAreChangedAddedOrGone() throws IOException {
        assertFails(BundleClaim.DIGESTS, new SignedContainer().with("report.pdf", "%PDf"));
        assertFails(BundleClaim.DIGESTS, new SignedContainer().with("timeline.json", "{}"));
        assertFails(BundleClaim.DIGESTS, new SignedContainer().without("report.pdf"));
    }

    @Test
    void refusesAManifestThatWasNotSigned() throws IOException {
        var changed = new SignedContainer().with("report.pdf", "%PDf");

        assertFails(BundleClaim.MANIFEST_SIGNATURE, changed.with(SignedContainer.MANIFEST, changed.manifest("")));
        assertFails(BundleClaim.MANIFEST_SIGNATURE, new SignedContainer().with(SignedContainer.SIGNATURE, "none"));
        assertFails(BundleClaim.MANIFEST_SIGNATURE, new SignedContainer().without(SignedContainer.SIGNATURE));
        assertFails(BundleClaim.MANIFEST_SIGNATURE, new SignedContainer().without(SignedContainer.MANIFEST));
    }

    @Test
    void readsNoManifestWithADocumentType() throws IOException {
        var container = new SignedContainer();
        var hostile = container.manifest("<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>");

        assertFails(BundleClaim.MANIFEST_SIGNATURE, container.sign(hostile));
    }

    @Test
    void refusesASecondSignatureAndStrangeEntries() throws IOException {
        assertFails(BundleClaim.MANIFEST_SIGNATURE, new SignedContainer().with("META-INF/ASiCManifest002.xml", "<a/>"));
        assertFails(BundleClaim.CONTAINER, new SignedContainer().with("../report.pdf", "%PDF"));
        assertFails(BundleClaim.CONTAINER, new SignedContainer().with("mimetype", "application/zip"));
    }

    @Test
    void refusesABundleThatIsNone() throws IOException {
        var container = new SignedContainer().with("evidence/01985a00-0000-7000-8000-00000000e001.zip", "PK");

        assertFails(BundleClaim.CONTAINER, container.sign(container.manifest("")));
    }

    @Test
    void refusesWhatIsCutOff() throws IOException {
        // Given
        byte[] whole = new SignedContainer().zip();

        // Then
        for (int length = 40; length < whole.length; length += 97) {
            assertThat(verified(Arrays.copyOf(whole, length), TrustAnchors.NOBODY)
                            .isAccepted())
                    .as("%d bytes", length)
                    .isFalse();
        }
    }

    @Test
    void accountsForEveryByte() throws IOException {
        // Given
        byte[] whole = new SignedContainer().zip();

        // Then
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            assertThat(verified(changed, TrustAnchors.NOBODY).isAccepted())
                    .as("byte %d", at)
                    .isFalse();
        }
        assertThat(verified(Arrays.copyOf(whole, whole.length + 1), TrustAnchors.NOBODY)
                        .isAccepted())
                .isFalse();
    }

    private void assertFails(BundleClaim claim, SignedContainer container) throws IOException {
        assertThat(verified(container.zip(), TrustAnchors.NOBODY).outcome(claim))
                .as("%s", claim)
                .isEqualTo(CheckOutcome.FAIL);
    }

    private VerificationReport verified(byte[] zip, TrustAnchors trust) throws IOException {
        Path file = Files.write(directory.resolve("incident.asice"), zip);
        return new AsicVerifier(trust, new SignatureVerifier()).verify(file);
    }
}
