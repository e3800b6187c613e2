package ma.balagh.portal.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileRangeTest {

    private static final long SIZE = 1000;

    @Test
    void takesAPart() {
        // When
        TileRange part = TileRange.of("bytes=100-199", SIZE).orElseThrow();

        // Then
        assertThat(part.length()).isEqualTo(100);
        assertThat(part.header()).isEqualTo("bytes 100-199/1000");
    }

    @Test
    void endsWithTheFile() {
        assertThat(TileRange.of("bytes=990-16383", SIZE)).contains(new TileRange(990, 999, SIZE));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "bytes=0-",
                "bytes=-5",
                "bytes=5-4",
                "bytes=1000-1001",
                "bytes=0-1,4-5",
                "lines=0-1",
                "bytes=a-b",
                "bytes=0-99999999999999999999"
            })
    void refusesWhatTheFileDoesNotHave(String header) {
        assertThat(TileRange.of(header, SIZE)).isEmpty();
    }

    @Test
    void refusesTheWholeOfALargeFile() {
        assertThat(TileRange.of("bytes=0-99999999999", 10 * TileRange.LONGEST)).isEmpty();
    }
}
