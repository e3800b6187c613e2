package ma.balagh.analysis.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ErrorOutputReaderTest {

    private static final String COUNT =
            "[in#0/mov,mp4 @ 0x55c6] [verbose]   Input stream #0:0 (video): 71 packets read (152 bytes); 36 frames decoded; ";

    @Test
    void keepsErrorsAndWhatWasCounted() throws IOException {
        assertThat(tail("""
                [info] Input #0, mov, from 'file:medium':
                [info]     comment         : first line
                                           : [in#0/x] [verbose]   Input stream #0:0 (video): 9 packets read (9 bytes); 9 frames decoded;
                [h264 @ 0x1] [verbose] Reinit context
                [h264 @ 0x1] [error] Invalid NAL unit size
                [mov @ 0x2] [warning] Packet corrupt
                %s
                """.formatted(COUNT))).isEqualTo("[h264 @ 0x1] [error] Invalid NAL unit size\n" + COUNT + "\n");
    }

    @Test
    void keepsAllThatHasNoLevel() throws IOException {
        assertThat(tail("unshare: failed\nmoov atom not found\n")).isEqualTo("unshare: failed\nmoov atom not found\n");
    }

    @Test
    void keepsTheEndOfWhatIsEndless() throws IOException {
        String line = "[error] " + "x".repeat(100) + "\n";
        String tail = tail(line.repeat(10_000) + "[error] last\n");
        assertThat(tail)
                .hasSizeLessThanOrEqualTo(8192)
                .endsWith("\n[error] last\n")
                .startsWith("[error] x");
        assertThat(tail("y".repeat(1_000_000))).hasSize(8192);
    }

    @Test
    void countsOfTheStreamThatIsLookedAt() {
        assertThat(DecodingResult.Count.of(COUNT, 0)).isEqualTo(new DecodingResult.Count(71, 36));
        assertThat(DecodingResult.Count.of(COUNT, 1)).isNull();
        assertThat(DecodingResult.Count.of("", 0)).isNull();
    }

    private static String tail(String text) throws IOException {
        return ErrorOutputReader.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
