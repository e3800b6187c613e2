package ma.balagh.analysis.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ma.balagh.analysis.coding.Clip;
import ma.balagh.analysis.media.Media;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundTrackCheckTest {

    private static final String STREET = "anoisesrc=c=pink:a=0.2:seed=1";

    @TempDir
    static Path directory;

    private static Path picture;

    @BeforeAll
    static void makePicture() {
        picture = Media.clip(directory.resolve("picture.mp4"), "testsrc2=s=320x180:r=25", 6, "-g", "25");
    }

    @Test
    void hasNothingAgainstSoundThatLastsAsLongAsThePicture() {
        assertThat(found("a.mp4", STREET, "-c:a", "aac", "-t", "6")).containsExactly("present");
        assertThat(found("a.mkv", STREET, "-c:a", "libopus", "-t", "6")).containsExactly("present");
        assertThat(found("a.ts", STREET, "-c:a", "mp2", "-t", "6")).containsExactly("present");
    }

    @Test
    void saysThatThereIsNone() {
        assertThat(found(picture)).containsExactly("absent");
    }

    @Test
    void findsSoundThatBeginsLateOrEndsEarly() {
        Path late = Media.copy(
                directory.resolve("late.mp4"),
                picture,
                "-itsoffset",
                "2",
                "-f",
                "lavfi",
                "-i",
                STREET + ":d=4",
                "-c:v",
                "copy",
                "-c:a",
                "aac");
        assertThat(found(late)).containsExactly("starts-apart");
        assertThat(found("early.mp4", STREET + ":d=3", "-c:a", "aac")).containsExactly("ends-early");
        assertThat(found("long.mp4", STREET + ":d=9", "-c:a", "aac")).containsExactly("ends-late");
    }

    @Test
    void findsAHoleInTheSound() {
        // When
        List<String> found = found("gap.mp4", STREET + ":d=6,aselect='not(between(t,2,4))'", "-c:a", "aac");

        // Then
        assertThat(found).containsExactly("gap");
    }

    @Test
    void tellsSilenceFromAQuietPlace() {
        assertThat(found("silent.mp4", "anullsrc=d=6", "-c:a", "aac")).containsExactly("silent");
        assertThat(found("muted.mp4", STREET + ":d=6,volume=0:enable='between(t,2,4)'", "-c:a", "aac"))
                .containsExactly("silent-parts");
        assertThat(found("quiet.mp4", "anoisesrc=c=pink:a=0.0005:seed=1:d=6", "-c:a", "aac"))
                .containsExactly("present");
    }

    private static List<String> found(String name, String sound, String... options) {
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", sound, "-c:v", "copy"));
        arguments.addAll(List.of(options));
        Path file = Media.copy(directory.resolve(name), picture, arguments.toArray(String[]::new));
        return found(file);
    }

    private static List<String> found(Path file) {
        return Clip.codes(Clip.of(file).packetFindings(), "sound.track.");
    }
}
