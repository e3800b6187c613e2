package ma.balagh.analysis.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.media.ProbeResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of which is known who wrote them; they are no part of the repository, and looked at where they lie beside it. */
class KnownMediaTest {

    private static final Path MEDIA = Path.of("..", "..", "shared", "media");

    @ParameterizedTest
    @CsvSource({
        "metadata/exo_portrait4k.mp4, origin.camera-original, consistency.consistent",
        "metadata/exo_h265meta.mp4, origin.camera-original, consistency.consistent",
        "metadata/exo_android_slowmo.mp4, origin.encoder-output, consistency.device-beside-program",
        "c2pa/c.mov, origin.screen-recording, consistency.consistent",
        "c2pa/video1.mp4, origin.editor-output, consistency.consistent",
        "c2pa/no_manifest.jpg, origin.editor-output, consistency.consistent",
        "c2pa/C.jpg, origin.unrecognised, consistency.consistent",
        "open/te_chair.mp4, origin.encoder-output, consistency.consistent"
    })
    void knowsWhoWroteThem(String name, String origin, String consistency) throws IOException {
        // Given
        Path file = MEDIA.resolve(name);
        assumeThat(file).exists();

        // When
        var findings = StructureCheck.of(file, new ProbeResult("mov", 1.0, List.of(), Map.of()));

        // Then
        assertThat(findings)
                .extracting(Finding::code)
                .startsWith("structure." + origin)
                .contains("structure." + consistency);
    }
}
