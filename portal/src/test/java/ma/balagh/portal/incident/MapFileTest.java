package ma.balagh.portal.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.Chromium;
import ma.balagh.portal.suite.FakeSuite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The portal with a map file of the operator's. */
@QuarkusTest
@TestProfile(MapFileTest.WithMapFile.class)
@WithTestResource(FakeSuite.class)
class MapFileTest {

    private static final int TILE = 256;
    private static final int LINE_WITHOUT_STREET = 40;

    /** How many colours the tiles have along a line, or, with more than one, along their left end. */
    private static final String COLOURS = """
            ([top, height]) => {
              const colours = new Set();
              document.querySelectorAll('canvas.leaflet-tile').forEach((tile) => {
                const { data } = tile.getContext('2d').getImageData(0, top, height === 1 ? tile.width : 1, height);
                for (let at = 0; at < data.length; at += 4) {
                  colours.add(data.slice(at, at + 4).join());
                }
              });
              return colours.size;
            }
            """;

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

    @ParameterizedTest
    @CsvSource({"ar, المدينة", "fr, Ville", "en, Town"})
    void drawsStreetsAndNamesInTheLanguageOfThePage(String language, String city) throws IOException {
        // Given
        Files.write(FILE, TileArchiveWriter.archive());
        List<String> faults = new ArrayList<>();
        try (var chromium = Chromium.start()) {
            Page page = chromium.pageOf("dispatcher");
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("404")) {
                    faults.add(message.text());
                }
            });
            page.addInitScript("""
                    window.drawn = new Set();
                    const { fillText } = CanvasRenderingContext2D.prototype;
                    CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
                      drawn.add(text);
                      return fillText.call(this, text, ...rest);
                    };
                    """);

            // When
            page.setViewportSize(1440, 900);
            page.navigate("/incidents?lang=" + language);
            page.waitForFunction("city => drawn.has(city)", city);
            page.waitForFunction("() => !document.querySelector('.leaflet-tile:not(.leaflet-tile-loaded)')");

            // Then
            assertThat(faults).isEmpty();
            assertThat((int) page.evaluate(COLOURS, List.of(0, TILE))).isGreaterThan(1);
            // The boundary goes from the top to the bottom, and so through this line.
            assertThat(page.evaluate(COLOURS, List.of(LINE_WITHOUT_STREET, 1))).isEqualTo(1);
        }
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
