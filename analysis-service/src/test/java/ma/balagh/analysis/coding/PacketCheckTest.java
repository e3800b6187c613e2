package ma.balagh.analysis.coding;

import static ma.balagh.analysis.coding.Clip.PHONE;
import static ma.balagh.analysis.coding.Clip.codes;
import static ma.balagh.analysis.coding.Clip.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.FindingResult;
import ma.balagh.analysis.media.Media;
import ma.balagh.analysis.media.ProbeResult;
import ma.balagh.analysis.packet.MediumPackets;
import ma.balagh.analysis.packet.PacketReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacketCheckTest {

    private static final String FRAMES = "coding.frames.";

    @TempDir
    Path directory;

    @Test
    void findsNothingAmissInASteadyRecording() {
        // Given
        Path phone = Media.clip(directory.resolve("a.mp4"), Clip.SWAYING, 8, with(PHONE, "-g", "25"));
        Path editor = Media.copy(directory.resolve("b.mkv"), phone, "-c:v", "libx264", "-preset", "veryfast");
        Path web = Media.copy(directory.resolve("c.webm"), phone, "-c:v", "libvpx", "-deadline", "realtime");

        // Then
        for (Path file : List.of(phone, editor, web)) {
            List<Finding> findings = Clip.of(file).packetFindings();
            assertThat(codes(findings, FRAMES)).as(file.toString()).containsExactly("times-even");
            assertThat(fact(findings, "coding.frames.times-even", "rate")).startsWith("25.");
            assertThat(findings)
                    .noneMatch(finding -> finding.result() == FindingResult.FAIL && !isCompression(finding));
        }
    }

    @Test
    void doesNotCallASingleCodingCompressedBefore() {
        // Given
        Path once = Media.clip(directory.resolve("a.mp4"), Clip.SWAYING, 8, with(PHONE, "-g", "25"));
        Path layers = Media.clip(directory.resolve("b.mp4"), Clip.SWAYING, 8, "-c:v", "libx264", "-preset", "veryfast");

        // Then
        assertThat(codes(Clip.of(once).packetFindings(), "coding.compression."))
                .containsExactly("compression-undecided");
        assertThat(codes(Clip.of(layers).packetFindings(), "coding.compression."))
                .containsExactly("compression-undecided");
    }

    @Test
    void findsTheKeyFramesOfAnEarlierCoding() {
        // Given
        Path once = Media.clip(
                directory.resolve("a.mp4"),
                Clip.SWAYING,
                10,
                with(PHONE, "-g", "15", "-sc_threshold", "0", "-crf", "26"));
        Path twice = Media.copy(directory.resolve("b.mp4"), once, with(PHONE, "-crf", "28"));

        // When
        List<Finding> findings = Clip.of(twice).packetFindings();

        // Then
        assertThat(codes(findings, "coding.compression.")).containsExactly("compressed-before");
        assertThat(fact(findings, "coding.compression.compressed-before", "distance"))
                .isEqualTo("15");
    }

    @Test
    void findsTheRhythmOfARaisedFrameRate() {
        // Given
        String film = Clip.swaying(24) + ",fps=30";
        Path phone = Media.clip(directory.resolve("a.mp4"), film, 6, PHONE);
        Path editor = Media.clip(directory.resolve("b.mp4"), film, 6, "-c:v", "libx264", "-preset", "veryfast");

        // Then
        for (Path file : List.of(phone, editor)) {
            List<Finding> findings = Clip.of(file).packetFindings();
            assertThat(codes(findings, FRAMES)).containsExactly("times-even", "rate-converted");
            assertThat(fact(findings, "coding.frames.rate-converted", "period")).isEqualTo("5");
        }
    }

    @Test
    void tellsAHoleFromSingleLostFrames() {
        // Given
        Path hole = clip("a.mp4", "select='not(between(n,60,80))'");
        Path lost = clip("b.mp4", "select='not(eq(mod(n,29),5))'");
        Path uneven = clip("c.mp4", "select='not(mod(n,5))+not(mod(n,7))+not(mod(n,3))'");

        // Then
        List<Finding> findings = Clip.of(hole).packetFindings();
        assertThat(codes(findings, FRAMES)).containsExactly("times-gap");
        assertThat(fact(findings, "coding.frames.times-gap", "places")).isEqualTo("2.4–3.2 s");
        assertThat(codes(Clip.of(lost).packetFindings(), FRAMES)).containsExactly("times-dropped");
        assertThat(codes(Clip.of(uneven).packetFindings(), FRAMES)).containsExactly("times-uneven");
    }

    @Test
    void doesNotBlameARecorderForWhatAFileThatBreaksOffLacksAtItsEnd() throws Exception {
        // Given: frames between two others are stored after both
        Path whole = Media.clip(
                directory.resolve("a.mp4"), Clip.SWAYING, 4, "-c:v", "libx264", "-bf", "3", "-movflags", "+faststart");
        byte[] bytes = Files.readAllBytes(whole);

        for (int eighths = 4; eighths < 8; eighths++) {
            Path part =
                    Files.write(directory.resolve(eighths + ".mp4"), Arrays.copyOf(bytes, bytes.length / 8 * eighths));

            // When
            Clip clip = Clip.of(part);

            // Then
            assertThat(codes(clip.packetFindings(), FRAMES)).containsExactly("times-even");
            assertThat(codes(PacketCheck.of(clip.packets(), clip.probe(), false), FRAMES))
                    .containsExactly("times-dropped");
        }
    }

    @Test
    void findsWhereTwoCodingsWereJoined() throws Exception {
        // Given
        Path first =
                Media.clip(directory.resolve("a.mp4"), Clip.SWAYING, 6, with(PHONE, "-g", "25", "-sc_threshold", "0"));
        Path second = Media.clip(
                directory.resolve("b.mp4"), Clip.ELSEWHERE, 8, with(PHONE, "-g", "40", "-sc_threshold", "0"));
        Path part = Media.copy(directory.resolve("c.mp4"), first, "-t", "3.4", "-c", "copy");

        // When
        List<Finding> others = Clip.of(joined(first, second)).packetFindings();
        List<Finding> same = Clip.of(joined(part, first)).packetFindings();

        // Then
        assertThat(codes(others, FRAMES)).contains("keyframes-change");
        assertThat(fact(others, "coding.frames.keyframes-change", "place")).isEqualTo("6.0 s");
        assertThat(codes(same, FRAMES)).contains("keyframes-out-of-step");
        assertThat(fact(same, "coding.frames.keyframes-out-of-step", "places")).startsWith("3.");
    }

    @Test
    void saysThatAFewFramesAreTooFew() {
        // Given
        Path clip = clip("a.mp4", "trim=end_frame=5");

        // Then
        assertThat(codes(Clip.of(clip).packetFindings(), FRAMES)).containsExactly("times-too-few");
    }

    @Test
    void saysUntilWhenItLookedAtAMediumWithMorePacketsThanAreRead() throws Exception {
        // Given: 25 pictures a second with sound, and with a stream of junk
        List<Finding> alone = endless(2);
        List<Finding> junk = endless(4);

        // Then
        for (List<Finding> findings : List.of(alone, junk)) {
            assertThat(codes(findings, "")).contains("coding.frames.times-even-until", "sound.track.present-until");
            assertThat(findings).noneMatch(finding -> finding.result() == FindingResult.PASS);
            assertThat(findings)
                    .extracting(Finding::method, Finding::version)
                    .contains(tuple("coding.frames", "4"), tuple("sound.track", "2"));
        }
        assertThat(fact(alone, "coding.frames.times-even-until", "until")).isEqualTo("4000.00");
        assertThat(fact(junk, "sound.track.present-until", "to")).isEqualTo("2000.00");
    }

    private static List<Finding> endless(int streams) throws Exception {
        String document = IntStream.range(0, MediumPackets.MOST)
                .mapToObj(k -> """
                        {"stream_index": %d, "pts_time": "%.2f", "dts_time": "%.2f", "duration_time": "0.04",
                         "size": "500", "flags": "K__"}""".formatted(k % streams, k / streams * 0.04, k / streams * 0.04))
                .collect(Collectors.joining(",", "{\"packets\": [", "]}"));
        MediumPackets packets = PacketReader.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
        var picture = new ProbeResult.Stream(0, ProbeResult.Kind.VIDEO, "vp9", 640, 360, 0, false);
        var sound = new ProbeResult.Stream(1, ProbeResult.Kind.AUDIO, "aac", 0, 0, 0, false);
        return PacketCheck.of(packets, new ProbeResult("mkv", 9000.0, List.of(picture, sound), Map.of()), false);
    }

    private Path clip(String name, String filter) {
        return Media.clip(
                directory.resolve(name), Clip.SWAYING + "," + filter, 8, with(PHONE, "-fps_mode", "passthrough"));
    }

    private Path joined(Path first, Path second) throws Exception {
        Path list = Files.writeString(
                directory.resolve("list.ffconcat"),
                "ffconcat version 1.0\nfile " + first.getFileName() + "\nfile " + second.getFileName() + "\n");
        return Media.copy(directory.resolve("joined-" + first.getFileName()), list, "-c", "copy");
    }

    private static boolean isCompression(Finding finding) {
        return finding.method().equals("coding.compression");
    }

    private static String[] with(String[] options, String... more) {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
