package ma.balagh.analysis.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import ma.balagh.analysis.finding.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files with which other readers of C2PA are tested, where they are at hand. */
class SharedVectorsTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("balagh.media", "../../shared/media")).resolve("c2pa");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "C.jpg,FAIL,generated,assertion.dataHash.match",
        "CA.jpg,PASS,valid,assertion.dataHash.match",
        "video1.mp4,PASS,valid,assertion.bmffHash.match",
        "E-sig-CA.jpg,FAIL,signature-invalid,claimSignature.mismatch",
        "XCA.jpg,FAIL,changed-after-signing,assertion.dataHash.mismatch",
        "tampered_C.jpg,FAIL,changed-after-signing,assertion.dataHash.mismatch",
        "tampered_video1.mp4,FAIL,changed-after-signing,assertion.bmffHash.mismatch",
        "c.mov,UNKNOWN,absent,''",
        "no_manifest.jpg,UNKNOWN,removed,''",
        "video1_no_manifest.mp4,UNKNOWN,removed,''",
    })
    void agreesWithOtherReaders(String file, String result, String statement, String status) throws Exception {
        // Given
        assumeThat(FOLDER.resolve(file)).exists();

        // When
        Finding finding = new ContentCredentialsReader(CLOCK).read(FOLDER.resolve(file));

        // Then
        assertThat(finding.code()).isEqualTo("credentials.content." + statement);
        assertThat(finding.result()).hasToString(result);
        assertThat(finding.facts().getOrDefault("status", "")).contains(status);
    }
}
