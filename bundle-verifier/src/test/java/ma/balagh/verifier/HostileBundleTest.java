package ma.balagh.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bundles that were made to hurt whoever verifies them. */
final class HostileBundleTest {

    private final BundleVerifier verifier = new BundleVerifier(TrustAnchors.NOBODY, new SignatureVerifier());

    @Test
    void refusesWhatIsNoBundle() throws IOException {
        assertRejected(new byte[0]);
        assertRejected("PK".getBytes(UTF_8));
        assertRejected("<html></html>".getBytes(UTF_8));
        assertRejected(new Forgery().zip(List.of()));
        var random = new Random(4);
        for (int i = 0; i < 300; i++) {
            byte[] noise = new byte[random.nextInt(500)];
            random.nextBytes(noise);
            if (noise.length > 4) {
                ByteBuffer.wrap(noise).order(ByteOrder.LITTLE_ENDIAN).putInt(StoredFormVerifier.LOCAL);
            }
            assertRejected(noise);
        }
    }

    @Test
    void survivesManyChangesAtOnce() throws IOException {
        var random = new Random(7);
        for (int i = 0; i < 60; i++) {
            byte[] changed = Forgery.original();
            for (int j = 0; j < 1 + random.nextInt(20); j++) {
                changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
            }
            assertRejected(changed);
        }
    }

    @Test
    void holdsNoEntryInMemoryThatIsLargerThanAnyBundles() throws IOException {
        assertRejected(new Forgery()
                .with(
                        BundleVerifier.CUSTODY,
                        text -> text.replace("\"actor\":\"", "\"actor\":\"" + "x".repeat(CustodyReader.LARGEST_ENTRY)))
                .sealed()
                .zip());
        assertRejected(new Forgery()
                .with(BundleVerifier.CUSTODY, "x".repeat(1 << 20).getBytes(UTF_8))
                .sealed()
                .zip());
        assertRejected(new Forgery()
                .with("README.en.txt", new byte[ContainerReader.LARGEST_OTHER + 1])
                .zip());
        // A header alone, which promises four exbibytes.
        assertRejected(StoredFormVerifier.local(new StoredFormVerifier.Header("original.mp4", 1L << 62, 0, 0)));
    }

    @Test
    void readsNoJsonWithoutEnd() throws IOException {
        assertRejected(new Forgery()
                .with(BundleVerifier.CUSTODY, "{\"a\":".repeat(100_000).getBytes(UTF_8))
                .sealed()
                .zip());
        assertRejected(new Forgery()
                .with(BundleVerifier.CUSTODY, ("{\"a\":[" + "[".repeat(100_000)).getBytes(UTF_8))
                .sealed()
                .zip());
        assertRejected(new Forgery()
                .with(BundleVerifier.CUSTODY, "{\"evidenceId\":1e999999,\"format\":null}".getBytes(UTF_8))
                .sealed()
                .zip());
        assertRejected(new Forgery()
                .with(BundleVerifier.CUSTODY, "[]".getBytes(UTF_8))
                .sealed()
                .zip());
    }

    @Test
    void readsNoAsn1WithoutEnd() throws IOException {
        // Given
        String stamp = new Forgery().names(".tsr").getFirst();
        byte[] nested = new byte[200_000];
        for (int i = 0; i < nested.length; i += 2) {
            nested[i] = 0x30;
            nested[i + 1] = (byte) 0x80;
        }
        // Then
        assertRejected(new Forgery().with(stamp, nested).sealed().zip());
        assertRejected(new Forgery().with(stamp, new byte[0]).sealed().zip());
        assertRejected(new Forgery()
                .with(stamp, new byte[] {0x30, (byte) 0x84, 0x7F, -1, -1, -1})
                .sealed()
                .zip());
    }

    private void assertRejected(byte[] bundle) throws IOException {
        VerificationReport report = verifier.verify(new ByteArrayInputStream(bundle));
        assertThat(report.isAccepted()).isFalse();
        assertThat(report.findings().stream().filter(finding -> finding.outcome() == CheckOutcome.FAIL))
                .anyMatch(finding -> finding.place().isNamed());
    }
}
