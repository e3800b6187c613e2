package ma.balagh.analysis.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import ma.balagh.analysis.credentials.ThrowAwaySigner.Algorithm;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.FindingResult;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever happens to a signed file, it is read to an end, and no byte that the signature covers changes unseen. */
class MutatedCredentialsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-06-01T12:00:00Z"), ZoneOffset.UTC);
    private static final ThrowAwaySigner SIGNER = new ThrowAwaySigner(Algorithm.ES256);

    private record Sample(byte[] file, int from, int to) {

        static Sample of(SignedMedium medium, byte[] file) {
            return new Sample(file, medium.from(), medium.to());
        }
    }

    private static final List<Sample> SAMPLES = samples();

    private static final Sample VIDEO = video();

    private static Sample video() {
        var medium = new SignedMedium(SIGNER);
        return Sample.of(medium, medium.mp4("c2pa.hash.bmff.v3"));
    }

    private static List<Sample> samples() {
        var jpeg = new SignedMedium(SIGNER);
        var parts = new SignedMedium(SIGNER);
        var png = new SignedMedium(SIGNER);
        return List.of(Sample.of(jpeg, jpeg.jpeg()), Sample.of(parts, parts.jpegByParts()), Sample.of(png, png.png()));
    }

    @Property(tries = 600)
    void seesEachByteThatChangesOutsideTheStore(
            @ForAll @IntRange(max = 2) int which,
            @ForAll @IntRange(max = 1 << 20) int place,
            @ForAll @IntRange(min = 1, max = 255) int change)
            throws IOException {
        // Given
        Sample sample = SAMPLES.get(which);
        int outside = place % (sample.file.length - (sample.to - sample.from));
        int at = outside < sample.from ? outside : outside + sample.to - sample.from;
        byte[] file = sample.file.clone();
        file[at] ^= (byte) change;

        // Then
        assertThat(read(file).result()).isNotEqualTo(FindingResult.PASS);
    }

    @Property(tries = 600)
    void seesEachByteOfAVideoThatChanges(
            @ForAll @IntRange(max = 1 << 20) int place, @ForAll @IntRange(min = 1, max = 255) int change)
            throws IOException {
        // Given
        byte[] file = VIDEO.file.clone();
        int at = VIDEO.to + place % (file.length - VIDEO.to);
        int table = VIDEO.to + 8 + 108 + 4 * 8 + 16; // its entry, which the signer left out
        if (at >= table && at < table + 4) {
            return;
        }
        file[at] ^= (byte) change;

        // Then
        assertThat(read(file).result()).isNotEqualTo(FindingResult.PASS);
    }

    @Property(tries = 1000)
    void readsAnyStoreToItsEnd(
            @ForAll @IntRange(max = 3) int which, @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int changes)
            throws IOException {
        // Given
        Sample sample = which == 3 ? VIDEO : SAMPLES.get(which);
        byte[] file = sample.file.clone();
        var random = new Random(seed);
        for (int k = 0; k < changes; k++) {
            file[random.nextInt(sample.from, sample.to)] = (byte) random.nextInt();
        }

        // Then
        assertThat(read(file).code()).startsWith("credentials.content.");
    }

    /** A hostile signer needs no mutation after signing. */
    @Property(tries = 300)
    void readsAnythingThatSomebodySigned(
            @ForAll @IntRange(max = 3) int which, @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int changes)
            throws IOException {
        // Given
        var medium = new SignedMedium(SIGNER).hostile(assertion -> {
            var random = new Random(seed);
            byte[] hostile = assertion.clone();
            for (int k = 0; k < changes; k++) {
                hostile[random.nextInt(8, hostile.length)] = (byte) random.nextInt();
            }
            return hostile;
        });
        byte[] file = switch (which) {
            case 0 -> medium.jpeg();
            case 1 -> medium.jpegByParts();
            case 2 -> medium.updated().jpeg();
            default -> medium.mp4("c2pa.hash.bmff.v3");
        };

        // Then
        assertThat(read(file).code()).startsWith("credentials.content.");
    }

    private static Finding read(byte[] file) throws IOException {
        Path medium = Files.createTempFile("mutated", ".medium");
        try {
            return new ContentCredentialsReader(CLOCK).read(Files.write(medium, file));
        } finally {
            Files.delete(medium);
        }
    }
}
