package ma.balagh.platform.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MapFileTest {

    private static final int HEADER = 127;
    private static final int SIZE = 1000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SuiteDirectories workplace;

    @SuppressWarnings("NullAway.Init")
    private Path map;

    @BeforeEach
    void aNewSuite() {
        workplace = SuiteDirectories.in(Path.of("..").toAbsolutePath().normalize(), folder.resolve("data"), 500);
        map = folder.resolve("region.pmtiles");
    }

    @Test
    void isRememberedByTheSuiteUntilSomebodySaysNone() throws IOException {
        // Given
        Files.write(map, archive());
        assertThat(MapFile.of(workplace)).isEmpty();

        // When
        MapFile.choose(workplace, map);

        // Then
        assertThat(MapFile.of(workplace)).contains(new MapFile(map));

        // When
        MapFile.choose(workplace, folder.resolve("none"));

        // Then
        assertThat(MapFile.of(workplace)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0,   region.pmtiles is empty.",
        "100, region.pmtiles is cut within its header: it has 100 bytes.",
        "999, 'region.pmtiles is cut: it has 999 bytes, and its header announces 1000.'"
    })
    void refusesAFileThatIsCut(int size, String sentence) throws IOException {
        Files.write(map, Arrays.copyOf(archive(), size));
        assertRefused(sentence);
    }

    @Test
    void refusesWhatIsNoMap() throws IOException {
        assertRefused("There is no file");

        Files.writeString(map, "SQLite format 3");
        assertRefused("region.pmtiles is no PMTiles file.");

        byte[] old = archive();
        old[7] = 2;
        Files.write(map, old);
        assertRefused("region.pmtiles is of version 2 of PMTiles, not 3.");

        byte[] pictures = archive();
        pictures[99] = 2;
        Files.write(map, pictures);
        assertRefused("region.pmtiles has pictures, not vector tiles.");
    }

    @Test
    void keepsTheMapThatItHasWhereAnotherIsRefused() throws IOException {
        // Given
        Files.write(map, archive());
        MapFile.choose(workplace, map);
        Path cut = Files.write(folder.resolve("cut.pmtiles"), Arrays.copyOf(archive(), 500));

        // When // Then
        assertThatThrownBy(() -> MapFile.choose(workplace, cut)).isInstanceOf(SuiteException.class);
        assertThat(MapFile.of(workplace)).contains(new MapFile(map));
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> MapFile.choose(workplace, map))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining(reason);
        assertThat(MapFile.of(workplace)).isEmpty();
    }

    /** A header whose sections fill the file. */
    private static byte[] archive() {
        ByteBuffer header = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
        header.put("PMTiles\3".getBytes(StandardCharsets.US_ASCII));
        header.putLong(HEADER).putLong(100).putLong(HEADER + 100).putLong(20);
        header.putLong(0).putLong(0).putLong(HEADER + 120).putLong(SIZE - HEADER - 120);
        header.put(99, (byte) 1);
        return header.array();
    }
}
