package ma.balagh.analysis.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmpReaderTest {

    private static final String SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rdf:Description xmp:CreateDate=\"2022-08-08T21:49Z\" xmp:CreatorTool='Adobe Premiere Pro'/>",
                "<d><xmp:CreateDate>2022-08-08T21:49Z</xmp:CreateDate><x:CreatorTool>Adobe Premiere Pro</x:CreatorTool></d>",
                "<d><CreateDate><![CDATA[2022-08-08T21:49Z]]></CreateDate><y CreatorTool=\"Adobe Premiere Pro\"/></d>"
            })
    void readsPropertiesAsAttributesAndAsElements(String packet) {
        assertThat(traces(packet))
                .containsEntry("xmp.created", List.of("2022-08-08T21:49Z"))
                .containsEntry("xmp.program", List.of("Adobe Premiere Pro"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<d i:DigitalSourceType='" + SOURCE + "'/>",
                "<d><i:DigitalSourceType>" + SOURCE + "</i:DigitalSourceType></d>",
                "<d><i:DigitalSourceType rdf:resource='" + SOURCE + "'/></d>"
            })
    void readsTheSourceTypeInEachForm(String packet) {
        assertThat(traces(packet)).containsEntry("xmp.source-type", List.of("trainedAlgorithmicMedia"));
    }

    /** As programs that develop photos write them. */
    @Test
    void readsThePropertiesAmongHundreds() {
        var settings = new StringBuilder();
        for (int k = 0; k < 1_000; k++) {
            settings.append(" crs:Setting").append(k).append("=\"0\"");
        }
        assertThat(traces("<rdf:Description%s xmp:CreateDate=\"2024-02-02\"/>".formatted(settings)))
                .containsEntry("xmp.created", List.of("2024-02-02"));
    }

    @Test
    void readsThePropertiesBehindALongOne() {
        assertThat(traces("<d p='%1$s'><p>%1$s</p><CreateDate>2024-02-02</CreateDate></d>"
                        .formatted("x".repeat(400_000))))
                .containsEntry("xmp.created", List.of("2024-02-02"))
                .containsEntry("xmp", List.of("present"));
    }

    /** An editing program keeps the times of the files that it used. */
    @Test
    void takesNoTimeOfAnotherFileForThatOfThisOne() {
        assertThat(traces("""
                <rdf:RDF><rdf:Description xmp:CreateDate="2024-02-02T10:00:00Z"><xmpMM:Pantry><rdf:Bag>
                <rdf:li xmp:CreateDate="2001-01-01T10:00:00Z"><xmp:ModifyDate>2002-01-01</xmp:ModifyDate></rdf:li>
                </rdf:Bag></xmpMM:Pantry><xmp:ModifyDate>2024-03-03</xmp:ModifyDate></rdf:Description></rdf:RDF>"""))
                .containsEntry("xmp.created", List.of("2024-02-02T10:00:00Z"))
                .containsEntry("xmp.modified", List.of("2024-03-03"));
    }

    @Test
    void keepsWhatItReadBeforeThePacketIsDamaged() {
        assertThat(traces("<d><CreateDate>2024-02-02</CreateDate><x><y></x>"))
                .containsEntry("xmp.created", List.of("2024-02-02"))
                .containsEntry("xmp", List.of("present", "damaged"));
    }

    @Test
    void resolvesNoEntity() throws Exception {
        // Given
        Path secret = Files.writeString(directory.resolve("secret"), "the secret");
        String outside = "<!DOCTYPE d [<!ENTITY s SYSTEM \"" + secret.toUri() + "\">]><d CreatorTool='x'>"
                + "<CreateDate>&s;</CreateDate></d>";
        String definition = "<!DOCTYPE d SYSTEM \"" + secret.toUri() + "\"><d><CreateDate>2024</CreateDate></d>";

        // Then
        assertThat(traces(outside)).containsOnlyKeys("xmp");
        assertThat(traces(definition)).containsOnlyKeys("xmp");
    }

    @Test
    @Timeout(20)
    void isNotHeldUpByHostilePackets() {
        // Given
        var laughs = new StringBuilder("<!DOCTYPE d [<!ENTITY a0 \"ha\">");
        for (int k = 1; k < 30; k++) {
            laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(k, k - 1, k - 1));
        }
        laughs.append("]><d><CreatorTool>&a29;</CreatorTool></d>");

        // Then
        List.of(
                        laughs.toString(),
                        "<a>".repeat(300_000),
                        "<a " + "b='c' ".repeat(150_000) + "/>",
                        "<CreatorTool>" + "x".repeat(1_000_000),
                        "<?xml version='1.0' encoding='none'?><d/>",
                        "\0".repeat(1_000_000))
                .forEach(packet -> assertTimeout(
                        Duration.ofSeconds(5), () -> assertThat(traces(packet)).containsKey("xmp")));
    }

    private static Map<String, List<String>> traces(String packet) {
        var traces = new WriterTraces.Collector();
        XmpReader.read(ByteBuffer.wrap(packet.getBytes(StandardCharsets.UTF_8)), traces);
        return traces.traces().values();
    }
}
