package ma.balagh.analysis.structure;

import static ma.balagh.analysis.structure.Film.box;
import static ma.balagh.analysis.structure.Film.ints;
import static ma.balagh.analysis.structure.Film.joined;
import static ma.balagh.analysis.structure.Film.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.FindingResult;
import ma.balagh.analysis.media.ProbeResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures and films that say themselves that no camera took them. */
class DeclaredGenerationTest {

    private static final String SETTINGS =
            "a street at night, crowd\nNegative prompt: text\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 1";

    private static final String GRAPH = "{\"3\": {\"inputs\": {\"seed\": 1}, \"class_type\": \"KSampler\"}}";

    private static final byte[] UUID = HexFormat.of().parseHex("be7acfcb97a942e89c71999491e3afac");

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "trainedAlgorithmicMedia, FAIL",
        "compositeWithTrainedAlgorithmicMedia, FAIL",
        "algorithmicMedia, FAIL",
        "virtualRecording, FAIL",
        "digitalCapture, UNKNOWN",
        "computationalCapture, UNKNOWN",
        "humanEdits, UNKNOWN"
    })
    void readsTheSourceTypeInXmpOfEachKindOfFile(String type, FindingResult result) throws IOException {
        byte[] xmp = ("<x:xmpmeta><rdf:RDF><rdf:Description Iptc4xmpExt:DigitalSourceType="
                        + "\"http://cv.iptc.org/newscodes/digitalsourcetype/" + type
                        + "\"/></rdf:RDF></x:xmpmeta>")
                .getBytes(StandardCharsets.UTF_8);
        List<byte[]> files = List.of(
                jpeg("http://ns.adobe.com/xap/1.0/\0", xmp),
                png(chunk("iTXt", text("XML:com.adobe.xmp\0\0\0\0\0"), xmp)),
                png(chunk("iTXt", text("XML:com.adobe.xmp\0\u0001\0\0\0"), packed(xmp))),
                webp("XMP ", xmp),
                joined(box("ftyp", text("isom"), ints(0)), box("uuid", UUID, xmp), box("mdat", new byte[8])),
                joined(box("ftyp", text("qt  "), ints(0)), box("moov", box("udta", box("XMP_", xmp)))));
        for (byte[] file : files) {
            assertThat(origin(file).result()).isEqualTo(result);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tEXt", "zTXt", "iTXt", "Exif", "wide Exif", "WebP"})
    void readsTheSettingsOfStableDiffusion(String place) throws IOException {
        byte[] wide = SETTINGS.getBytes(StandardCharsets.UTF_16LE);
        byte[] file = switch (place) {
            case "tEXt" -> png(chunk("tEXt", text("parameters\0"), text(SETTINGS)));
            case "zTXt" -> png(chunk("zTXt", text("parameters\0\0"), packed(text(SETTINGS))));
            case "iTXt" -> png(chunk("iTXt", text("parameters\0\0\0\0\0"), text(SETTINGS)));
            case "Exif" -> jpeg("Exif\0\0MM\0*", joined(new byte[80], text("ASCII\0\0\0" + SETTINGS)));
            case "wide Exif" -> jpeg("Exif\0\0MM\0*", joined(new byte[80], text("UNICODE\0"), wide));
            default -> webp("EXIF", joined(new byte[80], text("UNICODE\0"), wide));
        };
        assertThat(origin(file)).satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("structure.origin.generated");
            assertThat(finding.result()).isEqualTo(FindingResult.FAIL);
            assertThat(finding.facts()).containsEntry("traces", "generator.settings=Steps: 20, Sampler: Euler a");
        });
    }

    @Test
    void readsTheGraphOfComfyUi() throws IOException {
        assertThat(origin(png(chunk("tEXt", text("prompt\0"), text(GRAPH)))).facts())
                .containsEntry("writer", "ComfyUI (graph of generation)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Software\0gnome-screenshot", "Comment\0Steps: walked 20", "parameters\0none"})
    void takesNoOtherTextForADeclaration(String text) throws IOException {
        assertThat(origin(png(chunk("tEXt", text(text)))).code()).isNotEqualTo("structure.origin.generated");
    }

    @Test
    @Timeout(20)
    void unpacksNoMoreThanItReads() throws IOException {
        // Given: 400 texts of 50 MB
        byte[] bomb = chunk("zTXt", text("Comment\0\0"), packed(new byte[50_000_000]));
        byte[][] bombs = new byte[400][];
        Arrays.fill(bombs, bomb);

        // Then
        assertThat(origin(png(joined(bombs))).code()).isEqualTo("structure.origin.unrecognised");
    }

    private Finding origin(byte[] file) throws IOException {
        Path medium = Files.write(directory.resolve("medium"), file);
        return StructureCheck.of(medium, new ProbeResult("png_pipe", null, List.of(), Map.of()))
                .getFirst();
    }

    private static byte[] jpeg(String name, byte[] content) {
        byte[] segment = joined(text(name), content);
        byte[] length = {(byte) (segment.length + 2 >> 8), (byte) (segment.length + 2)};
        return joined(text("\u00FF\u00D8\u00FF\u00E1"), length, segment, text("\u00FF\u00DA\0\2"));
    }

    private static byte[] png(byte[] chunks) {
        return joined(text("\u0089PNG\r\n\u001A\n"), chunk("IHDR", new byte[13]), chunks, chunk("IEND", new byte[0]));
    }

    private static byte[] chunk(String name, byte[]... content) {
        byte[] all = joined(content);
        return joined(ints(all.length), text(name), all, ints(0));
    }

    private static byte[] webp(String name, byte[] content) {
        byte[] length = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(content.length)
                .array();
        return joined(text("RIFF\0\0\0\0WEBPVP8X\n\0\0\0"), new byte[10], text(name), length, content, new byte[1]);
    }

    private static byte[] packed(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
