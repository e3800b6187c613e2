package ma.balagh.intake.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import ma.balagh.http.ProblemException;
import ma.balagh.intake.Clips;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class UploadMetadataTest {

    private final UUID report = UUID.randomUUID();

    @Example
    void readsWhatClientsSay() {
        // Given
        String sha256 = Clips.sha256(Clips.mp4());
        // When
        UploadMetadata metadata = UploadMetadata.parse("is_private, reportId " + base64(report.toString())
                + ",filename " + base64("../../vidéo\u202e4pm.exe") + ",filetype " + base64("video/mp4; codecs=avc1")
                + ",sha256 " + base64(sha256.toUpperCase(java.util.Locale.ROOT)) + ",relativePath bnVsbA==");
        // Then
        assertThat(metadata.reportId()).isEqualTo(report);
        assertThat(metadata.declared().fileName()).isEqualTo("vidéo4pm.exe");
        assertThat(metadata.declared().mediaType()).isEqualTo("video/mp4");
        assertThat(metadata.announced()).hasFieldOrPropertyWithValue("hex", sha256);
    }

    @Property(tries = 2000)
    void refusesWhatItDoesNotUnderstand(@ForAll String header) {
        assertThat(catchThrowable(() -> UploadMetadata.parse(header))).isInstanceOf(ProblemException.class);
    }

    @Property(tries = 2000)
    void takesOrRefusesAnyValue(@ForAll String name, @ForAll String type) {
        // Given
        String header = "reportId " + base64(report.toString()) + ",filename " + base64(name);
        // Then
        assertThatCode(() -> UploadMetadata.parse(header)).doesNotThrowAnyException();
        assertThat(catchThrowable(() -> UploadMetadata.parse(header + ",filetype " + base64(type))))
                .satisfiesAnyOf(
                        nothing -> assertThat(nothing).isNull(),
                        problem -> assertThat(problem).isInstanceOf(ProblemException.class));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
