package ma.balagh.portal.incident;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileArchiveReaderTest {

    private static final int HEADER = 127;
    private static final int SIZE = 1000;

    @TempDir
    Path folder;

    @Test
    void takesASoundFile() {
        assertThatCode(() -> TileArchiveReader.requireSound(written(archive()))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 126, 127, 999})
    void refusesAFileThatIsCut(int size) {
        assertThatIllegalStateException()
                .isThrownBy(() -> TileArchiveReader.requireSound(written(Arrays.copyOf(archive(), size))))
                .withMessageContaining("is cut");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PMTile", "PK\3\4 a map in a ZIP", "SQLite format 3"})
    void refusesAnotherKindOfFile(String content) {
        assertThatIllegalStateException()
                .isThrownBy(() -> TileArchiveReader.requireSound(written(content.getBytes(StandardCharsets.UTF_8))))
                .withMessageContaining("is no PMTiles file");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatIllegalStateException()
                .isThrownBy(() -> TileArchiveReader.requireSound(written(new byte[0])))
                .withMessageContaining("is empty");
    }

    @Test
    void refusesAnotherVersion() {
        byte[] old = archive();
        old[7] = 2;
        assertThatIllegalStateException()
                .isThrownBy(() -> TileArchiveReader.requireSound(written(old)))
                .withMessageContaining("version");
    }

    @Test
    void refusesPictures() {
        byte[] pictures = archive();
        pictures[99] = 2;
        assertThatIllegalStateException()
                .isThrownBy(() -> TileArchiveReader.requireSound(written(pictures)))
                .withMessageContaining("pictures");
    }

    @Test
    void refusesBoundsThatOverflow() {
        byte[] absurd = archive();
        ByteBuffer.wrap(absurd).order(ByteOrder.LITTLE_ENDIAN).putLong(64, Long.MAX_VALUE);
        assertThatIllegalStateException()
                .isThrownBy(() -> TileArchiveReader.requireSound(written(absurd)))
                .withMessageContaining("is cut");
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> TileArchiveReader.requireSound(folder.resolve("missing.pmtiles")))
                .withMessageContaining("cannot be read");
    }

    /** A header whose sections fill the file. */
    static byte[] archive() {
        ByteBuffer header = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
        header.put("PMTiles\3".getBytes(StandardCharsets.US_ASCII));
        header.putLong(HEADER).putLong(100).putLong(HEADER + 100).putLong(20);
        header.putLong(0).putLong(0).putLong(HEADER + 120).putLong(SIZE - HEADER - 120);
        header.put(99, (byte) 1);
        return header.array();
    }

    private Path written(byte[] content) throws IOException {
        return Files.write(folder.resolve("map.pmtiles"), content);
    }
}
