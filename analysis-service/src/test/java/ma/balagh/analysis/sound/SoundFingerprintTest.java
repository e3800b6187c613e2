package ma.balagh.analysis.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import ma.balagh.analysis.media.Media;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundFingerprintTest {

    @TempDir
    static Path directory;

    private static Path tune;
    private static Path otherTune;
    private static Path street;

    @BeforeAll
    static void makeSounds() throws Exception {
        Process muxers = new ProcessBuilder("ffmpeg", "-hide_banner", "-muxers").start();
        String known = new String(muxers.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        Assumptions.assumeTrue(known.contains("chromaprint"), "this FFmpeg has no Chromaprint");
        tune = Media.clip(directory.resolve("tune.wav"), Media.notes(1), 20);
        otherTune = Media.clip(directory.resolve("other.wav"), Media.notes(2), 20);
        street = Media.clip(directory.resolve("street.wav"), "anoisesrc=c=pink:a=0.4:seed=1", 20);
    }

    @Test
    void findsTheSameSoundInALowBitRate() throws Exception {
        // Given
        Path low = Media.copy(directory.resolve("low.m4a"), tune, "-c:a", "aac", "-b:a", "24k", "-ar", "22050");

        // When
        List<SoundMatch> matches = fingerprint(tune).match(fingerprint(low));

        // Then
        assertThat(matches).hasSize(1);
        assertThat(matches.getFirst().from()).isEqualTo(0, offset(0.3));
        assertThat(matches.getFirst().to()).isEqualTo(20, offset(0.5));
        assertThat(matches.getFirst().otherTo()).isEqualTo(20, offset(0.5));
    }

    @Test
    void findsAPartCutOutOfTheMiddle() throws Exception {
        // Given
        Path part = Media.copy(directory.resolve("part.mp3"), tune, "-ss", "7.3", "-t", "6", "-b:a", "48k");

        // When
        List<SoundMatch> matches = fingerprint(part).match(fingerprint(tune));

        // Then
        assertThat(matches).hasSize(1);
        assertThat(matches.getFirst().otherFrom() - matches.getFirst().from()).isEqualTo(7.3, offset(0.2));
        assertThat(matches.getFirst().length()).isGreaterThan(4);
    }

    @Test
    void findsOldSoundInsideNewSound() throws Exception {
        // Given
        Path mixed = Media.copy(
                directory.resolve("mixed.m4a"),
                otherTune,
                "-i",
                tune.toString(),
                "-filter_complex",
                "[0]asplit[x][y];[x]atrim=0:6[a];[1]atrim=4:10,asetpts=PTS-STARTPTS[b];"
                        + "[y]atrim=6:12,asetpts=PTS-STARTPTS[c];[a][b][c]concat=n=3:v=0:a=1",
                "-b:a",
                "48k");

        // When
        List<SoundMatch> matches = fingerprint(mixed).match(fingerprint(tune));

        // Then
        assertThat(matches).hasSize(1);
        assertThat(matches.getFirst().from()).isEqualTo(6, offset(1.0));
        assertThat(matches.getFirst().to()).isEqualTo(12, offset(1.0));
        assertThat(matches.getFirst().otherFrom()).isEqualTo(4, offset(1.0));
        assertThat(matches.getFirst().otherTo()).isEqualTo(10, offset(1.0));
    }

    @Test
    void findsNothingInUnrelatedSounds() throws Exception {
        // Given
        List<String> sources = new ArrayList<>(List.of(
                "sine=f=440",
                "sine=f=1000",
                "anullsrc",
                "aevalsrc='0.4*sin(2*PI*(200*t+40*t*t))'",
                "aevalsrc='0.4*sin(2*PI*(1500*t-30*t*t))'",
                "anoisesrc=c=pink:a=0.4:seed=2",
                "anoisesrc=c=brown:a=0.6:seed=3",
                "anoisesrc=c=white:a=0.2:seed=4"));
        var prints = new TreeMap<String, SoundFingerprint>();
        prints.put("tune", fingerprint(tune));
        prints.put("other tune", fingerprint(otherTune));
        prints.put("street", fingerprint(street));
        for (String source : sources) {
            prints.put(source, fingerprint(Media.clip(directory.resolve("x.wav"), source, 15)));
        }

        // Then
        prints.forEach((name, one) -> prints.forEach((otherName, other) -> {
            if (!name.equals(otherName)) {
                assertThat(one.match(other)).as(name + " and " + otherName).isEmpty();
            }
        }));
    }

    @Test
    void saysNothingAboutSilenceThatIsTheSame() throws Exception {
        // Given
        SoundFingerprint silence = fingerprint(Media.clip(directory.resolve("s.wav"), "anullsrc", 15));

        // Then
        assertThat(silence.match(silence)).isEmpty();
    }

    @Test
    void takesAnyBytes() {
        // Given
        SoundFingerprint none = SoundFingerprint.of(new byte[3]);
        SoundFingerprint long1 = SoundFingerprint.of(new byte[8 * SoundFingerprint.MOST]);

        // Then
        assertThat(none.seconds()).isZero();
        assertThat(none.match(long1)).isEmpty();
        assertThat(long1.bytes()).hasSize(4 * SoundFingerprint.MOST);
        assertThat(SoundFingerprint.of(none.bytes()).match(none)).isEmpty();
    }

    private static SoundFingerprint fingerprint(Path sound) throws IOException {
        Path raw = directory.resolve(sound.getFileName() + ".raw");
        Media.copy(raw, sound, "-map", "0:a:0", "-f", "chromaprint", "-fp_format", "raw");
        return SoundFingerprint.of(Files.readAllBytes(raw));
    }
}
