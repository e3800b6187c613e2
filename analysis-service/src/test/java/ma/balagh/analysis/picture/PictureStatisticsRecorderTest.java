package ma.balagh.analysis.picture;

import static ma.balagh.analysis.coding.Clip.codes;
import static ma.balagh.analysis.coding.Clip.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ma.balagh.analysis.coding.Clip;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.media.Media;
import ma.balagh.analysis.media.ProbeResult;
import ma.balagh.analysis.packet.MediumPackets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureStatisticsRecorderTest {

    private static final String FRAMES = "coding.frames.picture-";
    private static final String QUALITY = "picture.quality.";
    private static final String SIZE = "picture.size.";
    private static final String TEXT = "picture.text.";

    @TempDir
    Path directory;

    @Test
    void findsNothingAmissInARecordingInOnePiece() {
        // When
        List<Finding> findings = look(Clip.SWAYING);

        // Then
        assertThat(codes(findings, FRAMES)).containsExactly("continuous");
        assertThat(codes(findings, QUALITY)).containsExactly("usable");
        assertThat(codes(findings, "picture.screen.")).containsExactly("undecided");
    }

    @Test
    void findsACutWhereShotsMeet() {
        // When
        List<Finding> findings = look(Clip.SWAYING + ",trim=0:4[a];" + Clip.ELSEWHERE + ",trim=0:4[b];[a][b]concat");

        // Then
        assertThat(codes(findings, FRAMES)).containsExactly("cut");
        assertThat(fact(findings, "coding.frames.picture-cut", "places")).isEqualTo("4.0 s");
    }

    @Test
    void doesNotTakeAFlashOrALightForACut() {
        // When
        List<Finding> flash = look(Clip.SWAYING + ",eq=brightness='if(between(t,3,3.1),0.6,0)':eval=frame");
        List<Finding> light = look(Clip.SWAYING + ",eq=brightness='if(gt(t,3),0.15,-0.15)':eval=frame");

        // Then
        assertThat(codes(flash, FRAMES)).containsExactly("continuous");
        assertThat(codes(light, FRAMES)).containsExactly("continuous");
    }

    @Test
    void findsAFrozenFrame() {
        // When
        List<Finding> middle = look(Clip.SWAYING + ",loop=loop=40:size=1:start=60,setpts=N");
        Path moving = Media.clip(directory.resolve("moving.mp4"), Clip.SWAYING, 4);
        Path held = Media.copy(directory.resolve("held.mp4"), moving, "-vf", "tpad=stop_mode=clone:stop_duration=2");
        List<Finding> end = Clip.of(held).pictureFindings();

        // Then
        assertThat(codes(middle, FRAMES)).containsExactly("frozen");
        assertThat(fact(middle, "coding.frames.picture-frozen", "places")).startsWith("2.");
        assertThat(codes(end, FRAMES)).containsExactly("frozen");
    }

    @Test
    void doesNotKnowWhyAFixedCameraStandsStill() {
        // Given
        String empty = "color=gray:s=640x360:r=25,noise=alls=60:all_seed=5,gblur=sigma=3,eq=contrast=3,"
                + "drawbox=x='if(lt(t,3),100+80*t,-200)':y=150:w=60:h=120:color=black:t=fill";

        // Then
        assertThat(codes(look(empty), FRAMES)).containsExactly("standing");
    }

    @Test
    void findsAPartThatComesAgain() {
        // When
        List<Finding> findings = look(Clip.SWAYING + ",loop=loop=1:size=77:start=0,setpts=N");

        // Then
        assertThat(codes(findings, FRAMES)).contains("recurring");
        double first = Double.parseDouble(fact(findings, "coding.frames.picture-recurring", "from"));
        double again = Double.parseDouble(fact(findings, "coding.frames.picture-recurring", "other-from"));
        assertThat(again - first).isEqualTo(77 / 25.0, offset(0.2));
    }

    @Test
    void judgesLightSharpnessAndSize() {
        assertThat(codes(look(Clip.SWAYING + ",lutyuv=y=val/8+16:u=128:v=128"), QUALITY))
                .containsExactly("dark");
        assertThat(codes(look(Clip.SWAYING + ",lutyuv=y=255:u=128:v=128"), QUALITY))
                .containsExactly("overexposed");
        assertThat(codes(look(Clip.SWAYING + ",gblur=sigma=16"), QUALITY)).containsExactly("blurred");
        assertThat(codes(look(Clip.SWAYING + ",scale=240:136"), QUALITY)).containsExactly("small");
        assertThat(codes(look("color=gray:s=640x360:r=25"), QUALITY)).containsExactly("plain");
    }

    @Test
    void seesPlainBorders() {
        // When
        List<Finding> findings = look(Clip.SWAYING + ",scale=640:240,pad=640:360:0:60:black");

        // Then
        assertThat(codes(findings, "picture.screen.")).containsExactly("framed");
        assertThat(fact(findings, "picture.screen.framed", "top")).isEqualTo("17");
        assertThat(fact(findings, "picture.screen.framed", "left")).isEqualTo("0");
    }

    @Test
    void findsWhatLooksLikeWritingOverTheSceneAndWhere() {
        // Given: strokes of letters' width
        String strokes = "color=gray:s=80x8:r=25:d=0.04,noise=alls=100:all_seed=5,eq=contrast=9,"
                + "scale=480:48:flags=neighbor,loop=loop=-1:size=1,setpts=N";

        // When
        List<Finding> whole = look(Clip.SWAYING + "[a];" + strokes + "[b];[a][b]overlay=80:280:shortest=1");
        List<Finding> absent = look(Clip.SWAYING);
        List<Finding> stillScene = look(strokes + ",scale=640:360:flags=neighbor");

        // Then
        assertThat(codes(whole, TEXT)).containsExactly("overlaid");
        assertThat(fact(whole, TEXT + "overlaid", "places")).matches("0\\.0–7\\.\\d s: 1[23]–8[78] % × 7[78]–9[0-4] %");
        assertThat(codes(absent, TEXT)).containsExactly("nothing-overlaid");
        assertThat(codes(stillScene, TEXT)).containsExactly("nothing-overlaid");
    }

    @Test
    void holdsTheSizeAgainstTheDeviceThatTheFileNames() {
        // Given
        Path named = Media.clip(
                directory.resolve("named.mov"),
                Clip.SWAYING,
                1,
                "-metadata",
                "make=Apple",
                "-metadata",
                "model=iPhone 6s");

        // When
        Path scaled = Media.copy(directory.resolve("scaled.mov"), named, "-vf", "scale=848:478");
        Path usual = Media.copy(directory.resolve("usual.mov"), named, "-vf", "scale=1080:1920");

        // Then
        assertThat(codes(Clip.of(scaled).pictureFindings(), SIZE)).containsExactly("size-unusual");
        assertThat(codes(Clip.of(usual).pictureFindings(), SIZE)).containsExactly("as-recorded");
        assertThat(codes(look(Clip.SWAYING), SIZE)).isEmpty();
    }

    @Test
    void looksAtAPhotoWithoutAskingForItsMovement() {
        // Given
        Path photo = Media.clip(directory.resolve("a.png"), Clip.SWAYING, 1, "-frames:v", "1");

        // Then
        assertThat(codes(Clip.of(photo).pictureFindings(), ""))
                .containsExactly("picture.quality.usable", "picture.screen.undecided", "picture.faces.no-faces");
        assertThat(Clip.of(photo).packetFindings()).isEmpty();
    }

    @Test
    void keepsNoMoreForALongRecording() {
        // Given
        var random = new Random(1);
        var glance = new FrameStatistics();
        var log = new FrameLogRecorder();
        byte[] luma = new byte[64 * 36];

        // When
        for (int k = 0; k < 3 * FrameLogRecorder.MOST; k++) {
            random.nextBytes(luma);
            glance.take(luma, 64, 36);
            log.add(k / 8.0, glance);
        }

        // Then
        assertThat(log.count()).isLessThanOrEqualTo(FrameLogRecorder.MOST);
        assertThat(log.time(log.count() - 1)).isGreaterThan((3 * FrameLogRecorder.MOST - 8) / 8.0);
        assertThat(log.step()).isEqualTo(0.5, offset(0.01));
    }

    @Test
    void passesOverFramesThatAreNone() {
        // Given
        var statistics = new PictureStatisticsRecorder();
        var probe = new ProbeResult("mov", 1.0, List.of(), Map.of());

        // When
        statistics.add(new byte[0], 0, 0, 0);
        statistics.add(new byte[10], 256, 144, 0);
        statistics.add(new byte[31 * 31], 31, 31, 0);

        // Then
        assertThat(statistics.findings(probe, MediumPackets.NONE)).isEmpty();
    }

    private List<Finding> look(String source) {
        Path file = directory.resolve("clip-" + Integer.toHexString(source.hashCode()) + ".mp4");
        Media.clip(file, source, 8, "-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p");
        return Clip.of(file).pictureFindings();
    }
}
