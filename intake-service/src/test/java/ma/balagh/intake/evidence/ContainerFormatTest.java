package ma.balagh.intake.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class ContainerFormatTest {

    @Test
    void tellsTheKnownKindsByTheirFirstBytes() {
        // Given
        String packet = "G" + "\0".repeat(187);
        Map<String, ContainerFormat> heads = Map.ofEntries(
                Map.entry("\0\0\0\u0018ftypisom", ContainerFormat.MP4),
                Map.entry("\0\0\0\u0014ftypqt  ", ContainerFormat.QUICKTIME),
                Map.entry("\0\0\0\u0008wide\0\0\0\0mdat", ContainerFormat.QUICKTIME),
                Map.entry("\0\0\0\u0018ftyp3gp4", ContainerFormat.THIRD_GENERATION),
                Map.entry("\u001A\u0045\u00DF\u00A3\u009F\u0042\u0082\u0084webm", ContainerFormat.WEBM),
                Map.entry("\u001A\u0045\u00DF\u00A3\u009F\u0042\u0082\u0088matroska", ContainerFormat.MATROSKA),
                Map.entry("RIFF\0\0\0\0AVI LIST", ContainerFormat.AVI),
                Map.entry("FLV\u0001\u0005", ContainerFormat.FLASH),
                Map.entry("\0\0\u0001\u00BA", ContainerFormat.PROGRAM_STREAM),
                Map.entry(packet.repeat(4), ContainerFormat.TRANSPORT_STREAM),
                Map.entry("\u00FF\u00D8\u00FF\u00E0", ContainerFormat.JPEG),
                Map.entry("\u0089PNG\r\n\u001A\n", ContainerFormat.PNG),
                Map.entry("RIFF\0\0\0\0WEBPVP8 ", ContainerFormat.WEBP),
                Map.entry("GIF89a", ContainerFormat.GIF),
                Map.entry("\0\0\0\u0018ftypheic", ContainerFormat.HEIC),
                Map.entry("\0\0\0\u0018ftypmif1", ContainerFormat.HEIC),
                Map.entry("\u0030\u0026\u00B2\u0075\u008E\u0066\u00CF\u0011", ContainerFormat.WINDOWS_MEDIA),
                Map.entry("OggS\0\u0002" + "\0".repeat(22) + "\u0080theora", ContainerFormat.OGG_VIDEO),
                Map.entry("OggS\0\u0002" + "\0".repeat(22) + "OpusHead", ContainerFormat.OGG_SOUND),
                Map.entry("\0\0\0\u0018ftypM4A ", ContainerFormat.MP4_SOUND),
                Map.entry("RIFF\0\0\0\0WAVEfmt ", ContainerFormat.WAVE),
                Map.entry("ID3\u0004\0\0\0\0\0\0", ContainerFormat.MP3),
                // 128 kbit/s at 44.1 kHz: 417 bytes, and 32 kbit/s at 22.05 kHz: 104 bytes
                Map.entry(("\u00FF\u00FB\u0090\u0064" + "\0".repeat(413)).repeat(2), ContainerFormat.MP3),
                Map.entry(("\u00FF\u00F3\u0040\u00C4" + "\0".repeat(100)).repeat(2), ContainerFormat.MP3));
        // Then
        heads.forEach((head, container) ->
                assertThat(ContainerFormat.of(head.getBytes(ISO_8859_1))).contains(container));
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
            "\0\0\0\u0018ftypM4P ",
            "\0\0\0\u0018ftypavif",
            "ID3\u0004",
            "ID3 tags explained",
            "\u00FF\u00FB\u0090\u0064" + "\0".repeat(600),
            "\u00FF\u00F1\u0050\u0080",
            "RIFF\0\0\0\0ACON",
            "<svg"
        }) {
            assertThat(ContainerFormat.of(head.getBytes(ISO_8859_1))).isEmpty();
        }
    }
}
