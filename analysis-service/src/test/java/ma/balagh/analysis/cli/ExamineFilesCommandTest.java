package ma.balagh.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import ma.balagh.analysis.media.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExamineFilesCommandTest {

    private record Run(int status, String out, String err) {

        JsonNode line(int number) throws Exception {
            return new ObjectMapper().readTree(out.lines().toList().get(number));
        }
    }

    @TempDir
    Path directory;

    @Test
    void tellsOneLineOfJsonForEachFileReadableOrNot() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("a.mp4"), "testsrc2=s=320x240:r=25", 2, "-pix_fmt", "yuv420p");
        Path text = Files.writeString(directory.resolve("a.txt"), "hello");

        // When
        Run run = examine("--json", clip.toString(), text.toString());

        // Then
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).hasSize(2);
        JsonNode read = run.line(0);
        assertThat(read.get("file").asText()).isEqualTo(clip.toString());
        assertThat(read.get("state").asText()).isEqualTo("COMPLETED");
        assertThat(read.get("cpuSeconds").asDouble()).isPositive();
        JsonNode container = read.get("findings").get(0);
        assertThat(container.get("method").asText()).isEqualTo("media.container");
        assertThat(container.get("version").asText()).isEqualTo("1");
        assertThat(container.get("result").asText()).isEqualTo("PASS");
        assertThat(container.get("code").asText()).isEqualTo("media.container.readable");
        assertThat(container.get("detail").asText()).contains("h264 320×240");
        assertThat(container.get("facts").get("picture").asText()).isEqualTo("h264 320×240");
        assertThat(container.get("meaning").asText()).isNotEmpty();
        assertThat(container.get("weakness").asText()).isNotEmpty();
        JsonNode unread = run.line(1);
        assertThat(unread.get("state").asText()).isEqualTo("UNREADABLE");
        assertThat(unread.get("sha256").asText())
                .isEqualTo("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
        assertThat(unread.get("findings").get(0).get("code").asText()).isEqualTo("media.container.no-medium");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"it's \"quoted\".mp4", "two\nlines\u001b[31m.mp4", "-n.mp4", "--json", "درب السلطان.mp4", " "})
    void takesFilesOfAnyName(String name) throws Exception {
        // Given
        Path file = Files.writeString(directory.resolve(name), "no medium");

        // When
        Run json = examine("--json", "--", file.toString());
        Run people = examine("--", file.toString());

        // Then
        assertThat(json.status()).isZero();
        assertThat(json.out().lines()).hasSize(1);
        assertThat(json.line(0).get("file").asText()).isEqualTo(file.toString());
        assertThat(people.out()).doesNotContain("\u001b").contains("This file could not be examined");
    }

    @Test
    void goesOnAfterWhatCannotBeOpenedAndSaysSo() throws Exception {
        // Given
        Path text = Files.writeString(directory.resolve("a.txt"), "hello");

        // When
        Run run = examine("--json", "no\nsuch", directory.toString(), "/dev/zero", text.toString());

        // Then
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out().lines()).hasSize(1);
        assertThat(run.err().lines())
                .containsExactly(
                        "balagh examine: no\uFFFDsuch: there is no such file",
                        "balagh examine: " + directory + ": it is a folder",
                        "balagh examine: /dev/zero: it is no ordinary file");
    }

    @Test
    void speaksTheReadersLanguage() throws Exception {
        // Given
        String text = Files.writeString(directory.resolve("a.txt"), "hello").toString();

        // Then
        assertThat(examine("--lang", "fr", text).out())
                .contains("Ce fichier n’a pas pu être expertisé", "! Conteneur et codecs\u00a0: Le fichier n’est");
        assertThat(examine("--lang=ar", text).out())
                .contains("الملف ليس من أنواع الفيديو أو الصورة أو الصوت المقبولة.");
        assertThat(examine("--json", "--lang", "fr", text)
                        .line(0)
                        .at("/findings/0/summary")
                        .asText())
                .isEqualTo("Le fichier n’est d’aucun des genres de vidéo, d’image ou de son acceptés.");
    }

    @Test
    void opensWithASummaryAndTakesNoMoreThanAPage() throws Exception {
        // Given: written by FFmpeg, which leaves traces of its name
        String clip = Media.clip(directory.resolve("a.mp4"), "testsrc2=s=320x240:r=25", 2, "-pix_fmt", "yuv420p")
                .toString();

        // When
        Run brief = examine(clip);
        Run whole = examine("--details", clip);

        // Then
        assertThat(brief.out().lines().skip(3).findFirst().orElseThrow())
                .startsWith("  This is a video without sound, of 2 seconds, 320×240 pixels; the file says that")
                .contains("the file was compared with no other.", "Could not be known: when it was recorded");
        assertThat(brief.out().lines()).hasSizeLessThan(45);
        assertThat(brief.out()).doesNotContain("Traces seen", "media.container", "Limits of the method");
        assertThat(whole.out()).contains("Traces seen", "media.container 1", "Limits of the method");
        assertThat(examine("--json", "--lang", "fr", clip)
                        .line(0)
                        .get("summary")
                        .asText())
                .startsWith("C’est une vidéo sans son, d’une durée de 2 secondes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--json", "--lang", "--lang=de x", "--frob x", "-x"})
    void saysHowItIsUsed(String arguments) throws Exception {
        // When
        Run run = examine(
                Stream.of(arguments.split(" ")).filter(part -> !part.isEmpty()).toArray(String[]::new));

        // Then
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Usage: ./balagh examine");
    }

    @Test
    void countsTheToolsTime() throws Exception {
        // Given
        double before = CpuTimeReader.seconds();

        // When
        Process tool = new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done").start();

        // Then
        assertThat(tool.waitFor()).isZero();
        assertThat(CpuTimeReader.seconds() - before).isGreaterThan(0.05);
    }

    private static Run examine(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status = LaboratoryProgram.run(
                Stream.concat(Stream.of("examine"), Stream.of(arguments)).toList(),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
