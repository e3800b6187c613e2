package ma.balagh.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ma.balagh.accuracy.media.FfmpegRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaboratoryBenchmarkTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeEach
    void drawClips() throws Exception {
        for (String name : List.of("clip", "one", "two")) {
            FfmpegRunner.write(
                    List.of("-f", "lavfi", "-t", "5", "-i", "testsrc2=size=96x64:rate=5", "-c:v", "libx264"),
                    folder.resolve(name + ".mp4"));
        }
        Files.writeString(folder.resolve("text.mp4"), "no video");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "; section POSTED needs originals and --unrelated",
                "--section cost; section COST needs originals",
                "--section redaction; section REDACTION needs --faces and --backgrounds",
                "--section nothing; Invalid value for option '--section'",
                "missing.mp4 --unrelated one.mp4; missing.mp4: there is no such file",
                "text.mp4 --unrelated one.mp4; text.mp4 cannot be measured on",
                "clip.mp4 --unrelated one.mp4; 1 of 1 do",
                "clip.mp4 --unrelated one.mp4 --change nonsense; there is no change nonsense",
                "--section same_place --same-place one.mp4; one.mp4 is not named <place>.<moment>.<extension>",
                "--section same_place --fixed-camera one.mp4 --work text.mp4; text.mp4 is no folder",
            })
    void refusesWhatCannotBeMeasured(String arguments, String why) {
        int status = run(arguments == null ? "" : arguments);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("laboratory: ")
                .contains(why);
        assertThat(status).isNotZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void printsTheTableOfASection() throws Exception {
        Path balagh = folder.resolve("balagh");
        Files.writeString(balagh, """
                #!/bin/sh
                echo '{"query":"clip.gray.mp4","match":"clip.mp4","kind":"COPY","sameMoments":"YES","reason":"MOTION_AGREES",\
                "spans":[{"from":0.0,"to":5.0,"otherFrom":0.0,"otherTo":5.0}],"score":0.9,"speed":1.0}'
                """);
        assertThat(balagh.toFile().setExecutable(true)).isTrue();

        int status = run("--section posted --change gray --work work clip.mp4 --unrelated one.mp4 two.mp4");

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("making POSTED: gray");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("## The changes as people post them", "| gray | 1 | 100.0 % | 100.0 % | 100.0 % | 100.0 % |");
        assertThat(status).isZero();
        assertThat(folder.resolve("work/posted/truth.json")).isNotEmptyFile();
    }

    @Test
    void saysWhichProgramFailed() throws Exception {
        Path balagh = folder.resolve("balagh");
        Files.writeString(balagh, "#!/bin/sh\nexit 7\n");
        assertThat(balagh.toFile().setExecutable(true)).isTrue();

        assertThat(run("--section cost clip.mp4")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("balagh examine", "ended with 7");
    }

    private int run(String arguments) {
        var benchmark = new LaboratoryBenchmark(
                folder,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        // Names of files are those in the folder.
        String placed = arguments.replaceAll("(\\S+\\.mp4|(?<!-)\\bwork\\b)", folder + "/$1");
        return LaboratoryBenchmark.run(
                benchmark, placed.isBlank() ? new String[0] : placed.strip().split(" "));
    }
}
