package ma.balagh.accuracy.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ma.balagh.accuracy.copies.AlteredCopy.CopySpan;
import ma.balagh.accuracy.media.FfmpegRunner;
import ma.balagh.accuracy.media.VideoClip;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CopySetWriterTest {

    @TempDir
    static Path folder;

    private static VideoClip original = new VideoClip(Path.of(""), 0, 0, "", 0);
    private static List<VideoClip> unrelated = List.of();

    @BeforeAll
    static void drawClips() throws Exception {
        original = drawn("clip", "testsrc2", 9);
        unrelated = List.of(drawn("one", "mandelbrot", 5), drawn("two", "gradients", 6));
    }

    /** All changes: each can be made of a small clip, and is as long as the truth about it says. */
    @Tag("long")
    @ParameterizedTest
    @EnumSource
    void makesCopiesAsLongAsTheTruthSays(ChangeSet changes) throws Exception {
        CopySet set = writer().write(changes, List.of(), folder.resolve(changes.name()));

        assertThat(set.copies()).extracting(AlteredCopy::change).containsExactlyElementsOf(changes.names());
        assertThat(CopySet.read(folder.resolve(changes.name()))).isEqualTo(set);
        for (AlteredCopy copy : set.copies()) {
            Path file = set.copiesFolder().resolve(copy.file());
            double end = copy.spans().stream().mapToDouble(CopySpan::to).max().orElseThrow();
            if (end == 0) {
                assertThat(file).isNotEmptyFile();
            } else {
                assertThat(VideoClip.of(file).seconds()).as(copy.change()).isCloseTo(end, within(0.25));
            }
        }
        try (Stream<Path> files = Files.list(set.copiesFolder())) {
            assertThat(files.count()).isEqualTo(set.copies().size());
        }
    }

    @Test
    void makesTheSameBytesAgain() throws Exception {
        CopySet one = writer().write(ChangeSet.POSTED, List.of("noise", "wa3x"), folder.resolve("one"));
        CopySet two = writer().write(ChangeSet.POSTED, List.of("noise", "wa3x"), folder.resolve("two"));

        for (AlteredCopy copy : one.copies()) {
            assertThat(two.copiesFolder().resolve(copy.file()))
                    .hasSameBinaryContentAs(one.copiesFolder().resolve(copy.file()));
        }
    }

    @Test
    void keepsWhatIsThereAndRemovesWhatIsNoLongerAskedFor() throws Exception {
        CopySet set = writer().write(ChangeSet.POSTED, List.of("gray", "mirror"), folder.resolve("set"));
        Path gray = set.copiesFolder().resolve("clip.gray.mp4");
        var before = FileTime.fromMillis(1_000);
        Files.setLastModifiedTime(gray, before);

        writer().write(ChangeSet.POSTED, List.of("gray"), folder.resolve("set"));

        assertThat(Files.getLastModifiedTime(gray)).isEqualTo(before);
        assertThat(set.copiesFolder().resolve("clip.mirror.mp4")).doesNotExist();
    }

    @Test
    void refusesClipsThatItCannotPasteInto() throws Exception {
        List<VideoClip> shorter = List.of(drawn("short", "testsrc", 1), unrelated.getFirst());

        assertThatThrownBy(() -> new CopySetWriter(List.of(original), shorter, progress()))
                .hasMessageContaining("1 of 2 do");
        assertThatThrownBy(() -> new CopySetWriter(List.of(original, original), unrelated, progress()))
                .hasMessageContaining("two clips are named clip");
    }

    private CopySetWriter writer() {
        return new CopySetWriter(List.of(original), unrelated, progress());
    }

    private static PrintStream progress() {
        return new PrintStream(new ByteArrayOutputStream());
    }

    private static VideoClip drawn(String name, String source, int seconds) throws Exception {
        Path file = folder.resolve(name + ".mp4");
        var options = new ArrayList<>(
                List.of("-f", "lavfi", "-t", String.valueOf(seconds), "-i", source + "=size=96x64:rate=10"));
        options.addAll(List.of(FfmpegRunner.h264(40).split(" ")));
        FfmpegRunner.write(options, file);
        return VideoClip.of(file);
    }
}
