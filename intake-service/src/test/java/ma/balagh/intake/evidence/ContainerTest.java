package ma.balagh.intake.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class ContainerTest {

    @Test
    void tellsTheKnownKindsByTheirFirstBytes() {
        // Given
        String packet = "G" + "\0".repeat(187);
        Map<String, Container> heads = Map.ofEntries(
                Map.entry("\0\0\0\u0018ftypisom", Container.MP4),
                Map.entry("\0\0\0\u0014ftypqt  ", Container.QUICKTIME),
                Map.entry("\0\0\0\u0008wide\0\0\0\0mdat", Container.QUICKTIME),
                Map.entry("\0\0\0\u0018ftyp3gp4", Container.THIRD_GENERATION),
                Map.entry("\u001A\u0045\u00DF\u00A3\u009F\u0042\u0082\u0084webm", Container.WEBM),
                Map.entry("\u001A\u0045\u00DF\u00A3\u009F\u0042\u0082\u0088matroska", Container.MATROSKA),
                Map.entry("RIFF\0\0\0\0AVI LIST", Container.AVI),
                Map.entry("FLV\u0001\u0005", Container.FLASH),
                Map.entry("\0\0\u0001\u00BA", Container.PROGRAM_STREAM),
                Map.entry(packet.repeat(4), Container.TRANSPORT_STREAM),
                Map.entry("\u00FF\u00D8\u00FF\u00E0", Container.JPEG),
                Map.entry("\u0089PNG\r\n\u001A\n", Container.PNG),
                Map.entry("RIFF\0\0\0\0WEBPVP8 ", Container.WEBP),
                Map.entry("GIF89a", Container.GIF));
        // Then
        heads.forEach((head, container) ->
                assertThat(Container.of(head.getBytes(ISO_8859_1))).contains(container));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        for (String head : new String[] {
            "",
            "G",
            "hello",
            "The free press",
            "One mdat",
            "%PDF-1.7",
            "#EXTM3U\n",
            "\0\0\0\u0018ftypM4A ",
            "\0\0\0\u0018ftypheic",
            "ID3\u0004",
            "<svg"
        }) {
            assertThat(Container.of(head.getBytes(ISO_8859_1))).isEmpty();
        }
    }
}
