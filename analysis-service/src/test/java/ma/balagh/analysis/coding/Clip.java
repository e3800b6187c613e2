package ma.balagh.analysis.coding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.media.Media;
import ma.balagh.analysis.media.MediaReader;
import ma.balagh.analysis.media.ProbeResult;
import ma.balagh.analysis.media.ScratchDirectory;
import ma.balagh.analysis.media.UnreadableMediumException;
import ma.balagh.analysis.packet.MediumPackets;
import ma.balagh.analysis.packet.PacketReader;
import ma.balagh.analysis.picture.PictureStatisticsRecorder;
import ma.balagh.analysis.structure.FileLayout;

/** A clip made for a test, and what is found in it. */
public record Clip(Path file, ProbeResult probe, MediumPackets packets) {

    /** A camera that sways over a surface which never repeats: 640×360, 25 frames a second. */
    public static final String SWAYING = swaying(25);

    /** Another surface. */
    public static final String ELSEWHERE = "color=gray:s=20x11:r=25:d=0.04,noise=alls=100:all_seed=77,eq=contrast=3,"
            + "scale=1600:900:flags=bicubic,noise=alls=30:all_seed=9,loop=loop=-1:size=1,setpts=N,"
            + "crop=640:360:480+400*cos(t/3):270+200*cos(0.4*t),setsar=1";

    /** As phones code: without B-frames. */
    public static final String[] PHONE = {"-c:v", "libx264", "-preset", "veryfast", "-bf", "0", "-pix_fmt", "yuv420p"};

    private static final int WIDTH = 256;
    private static final int HEIGHT = 144;
    private static final double PER_SECOND = 8;

    static String swaying(int perSecond) {
        return ("color=gray:s=16x9:r=%d:d=0.04,noise=alls=100:all_seed=5,eq=contrast=3,"
                        + "scale=1600:900:flags=bicubic,noise=alls=30:all_seed=3,loop=loop=-1:size=1,setpts=N,"
                        + "crop=640:360:480+400*sin(t/3):270+200*sin(0.5*t),setsar=1")
                .formatted(perSecond);
    }

    /** Looks at a file as an examination does. */
    public static Clip of(Path file) {
        MediaReader reader = Media.reader(Path.of(System.getProperty("java.io.tmpdir")), Map.of());
        try (ScratchDirectory scratch = Media.scratch(reader, file)) {
            return new Clip(file, reader.probe(scratch), packets(file));
        } catch (IOException | UnreadableMediumException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static MediumPackets packets(Path file) throws IOException {
        List<String> command = new ArrayList<>(List.of("ffprobe", "-v", "error", "-show_format", "-show_streams"));
        command.addAll(PacketReader.ARGUMENTS);
        command.add(file.toString());
        Process process = new ProcessBuilder(command).start();
        try (InputStream stdout = process.getInputStream()) {
            return PacketReader.read(stdout);
        }
    }

    public List<Finding> packetFindings() {
        try {
            return PacketCheck.of(packets, probe, FileLayout.of(file).damagedAt() != null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of frames of 256×144. */
    public List<Finding> pictureFindings() {
        var statistics = new PictureStatisticsRecorder();
        var command = List.of(
                "ffmpeg",
                "-v",
                "error",
                "-nostdin",
                "-i",
                file.toString(),
                "-map",
                "0:v:0",
                "-vf",
                "fps=" + PER_SECOND + ":start_time=0:round=up,scale=" + WIDTH + ":" + HEIGHT
                        + ":flags=area,format=gray",
                "-f",
                "rawvideo",
                "-");
        byte[] luma = new byte[WIDTH * HEIGHT];
        try (InputStream stdout = new ProcessBuilder(command).start().getInputStream()) {
            for (int k = 0; stdout.readNBytes(luma, 0, luma.length) == luma.length; k++) {
                statistics.add(luma, WIDTH, HEIGHT, k / PER_SECOND);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return statistics.findings(probe, packets);
    }

    /** Codes of the findings that begin so, without what they begin with. */
    public static List<String> codes(List<Finding> findings, String beginning) {
        return findings.stream()
                .map(Finding::code)
                .filter(code -> code.startsWith(beginning))
                .map(code -> code.substring(beginning.length()))
                .toList();
    }

    /** A fact of the finding with that code. */
    public static String fact(List<Finding> findings, String code, String name) {
        return findings.stream()
                .filter(finding -> finding.code().equals(code))
                .flatMap(finding -> Stream.ofNullable(finding.facts().get(name)))
                .findFirst()
                .orElse("no " + code);
    }
}
