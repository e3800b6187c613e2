package ma.balagh.portal.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeSuite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The portal with a map file of the operator's. */
@QuarkusTest
@TestProfile(MapFileTest.WithMapFile.class)
@WithTestResource(FakeSuite.class)
class MapFileTest {

    private static final Path FILE = Path.of("target", "region.pmtiles").toAbsolutePath();

    public static final class WithMapFile implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("balagh.map.file", FILE.toString());
        }
    }

    @BeforeEach
    void putTheFile() throws IOException {
        FakeSuite.services().reset();
        Files.write(FILE, TileArchiveReaderTest.archive());
    }

    @Test
    void servesThePartThatIsAskedFor() {
        // When
        Response part = tiles("bytes=0-126");

        // Then
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.header("Content-Range")).isEqualTo("bytes 0-126/1000");
        assertThat(part.header("ETag")).isNotBlank();
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOf(TileArchiveReaderTest.archive(), 127));
    }

    @Test
    void refusesAPartThatItDoesNotHave() {
        // When
        Response part = tiles("bytes=1000-1001");

        // Then
        assertThat(part.statusCode()).isEqualTo(416);
        assertThat(part.header("Content-Range")).isEqualTo("bytes */1000");
    }

    @Test
    void drawsTheDeskOnTheFileWithoutItsBoundaries() {
        assertThat(desk())
                .contains("data-tiles=\"/incidents/map/tiles.pmtiles\"", "OpenStreetMap")
                .doesNotContain("data-boundaries", "cannot be read");
    }

    @Test
    void saysThatTheFileIsCutAndGoesOnWithTheCoast() throws IOException {
        // When
        Files.write(FILE, Arrays.copyOf(TileArchiveReaderTest.archive(), 500));

        // Then
        assertThat(desk())
                .contains("The map file of this place cannot be read", "/static/coast.json")
                .doesNotContain("data-tiles");
        assertThat(tiles("bytes=0-126").statusCode()).isEqualTo(404);
    }

    @Test
    void saysThatTheFileIsGone() throws IOException {
        // When
        Files.delete(FILE);

        // Then
        assertThat(desk()).contains("The map file of this place cannot be read").doesNotContain("data-tiles");
        assertThat(tiles("bytes=0-126").statusCode()).isEqualTo(404);
    }

    /** A pipe that nobody writes to: whoever opens it waits, as for a file on a volume that is away. */
    @Test
    void goesOnWithTheCoastWhileTheVolumeDoesNotAnswer() throws Exception {
        // Given
        Files.delete(FILE);
        assertThat(new ProcessBuilder("mkfifo", FILE.toString()).start().waitFor())
                .isZero();

        // Then
        try {
            assertThat(desk())
                    .contains("The map file of this place cannot be read")
                    .doesNotContain("data-tiles");
            assertThat(tiles("bytes=0-126").statusCode()).isEqualTo(404);
        } finally {
            Files.newByteChannel(FILE, StandardOpenOption.WRITE).close();
            Files.delete(FILE);
        }

        // When
        putTheFile();

        // Then
        await().untilAsserted(() -> assertThat(desk()).contains("data-tiles"));
    }

    private static String desk() {
        return Browser.of("karim", "dispatcher").page("/incidents?lang=en");
    }

    private static Response tiles(String range) {
        return Browser.of("karim", "dispatcher")
                .request()
                .header("Range", range)
                .get("/incidents/map/tiles.pmtiles");
    }
}
