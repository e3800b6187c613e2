package ma.balagh.analysis.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ma.balagh.analysis.packet.PacketTrack;
import org.jspecify.annotations.Nullable;

/**
 * How often a medium is sampled, and the one pass of FFmpeg that does it: frames of a constant rate from second 0 (so
 * that a frame's number is its time, also where the medium's own rate varies), grey and square on a pipe, and {@link
 * Stills} beside them.
 *
 * @param feed what is decoded
 * @param width of a frame that is handed out
 * @param height of it
 * @param frameRate frames handed out for each second; 0 for a still
 * @param stills those beside the frames
 * @param end seconds at which it ends, as the container claims
 * @param threads of a decoder at most
 */
record DecodePlan(
        DecoderInput feed, int width, int height, double frameRate, StillPlan stills, double end, int threads) {

    /** Pixels of a picture up to which a second thread costs a quarter more and saves little time. */
    private static final long SMALL = 1280 * 720;

    /** Seconds by which sound outlasts the picture where a recording is stopped. */
    private static final double TAIL = 2;

    /** Below this a side says nothing any more, whatever the proportions are. */
    private static final int SMALLEST = 32;

    /** So that it says at its end what it read and decoded; {@link ErrorOutputReader} leaves out the rest. */
    private static final String LEVEL = "level+verbose";

    static DecodePlan of(ProbeResult probe, ProbeResult.Stream picture, MediaConfig config) {
        boolean isTurned = Math.floorMod(picture.rotation(), 180) == 90;
        int wide = isTurned ? picture.height() : picture.width();
        int high = isTurned ? picture.width() : picture.height();
        int width = side(wide, high);
        int height = side(high, wide);
        DecoderInput feed = probe.feed(picture);
        int threads = Math.min(config.threads(), feed.threads());
        if (probe.isStill()) {
            return new DecodePlan(
                    feed, width, height, 0, StillPlan.of(config.stills(), 0, 1), Double.MAX_VALUE, threads);
        }
        PacketTrack packets = probe.packets().track(picture.index());
        Double duration = duration(probe, packets);
        int rate = config.framesPerSecond();
        return new DecodePlan(
                feed,
                width,
                height,
                duration == null ? rate : Math.min(rate, config.maximumFrames() / duration),
                StillPlan.of(config.stills(), rate, frames(packets, rate)),
                duration == null ? Double.MAX_VALUE : duration,
                (long) wide * high <= SMALL ? 1 : threads);
    }

    /** As the container claims, but not longer than its packets last where all of them are known. */
    private static @Nullable Double duration(ProbeResult probe, @Nullable PacketTrack packets) {
        Double claimed = probe.duration();
        return claimed == null || packets == null || probe.packets().truncated() || !(packets.end() > 0)
                ? claimed
                : Double.valueOf(Math.min(claimed, packets.end() + TAIL));
    }

    /** By the times of its packets: there are no more pictures than these, whatever times they claim. */
    private static long frames(@Nullable PacketTrack packets, int rate) {
        return packets == null || Double.isNaN(packets.end())
                ? 0
                : Math.min(packets.count(), Math.round(packets.end() * rate));
    }

    /** A side of the frame, of a picture with that side and that other one. */
    private static int side(int length, int other) {
        return length >= other
                ? DecodingResult.Frames.SIDE
                : Math.max(SMALLEST, Math.round((float) DecodingResult.Frames.SIDE * length / other));
    }

    /** @param more further outputs */
    List<String> command(String ffmpeg, MediaConfig config, List<String> more) {
        var command = new ArrayList<>(List.of(ffmpeg, "-hide_banner", "-nostdin", "-nostats", "-v", LEVEL));
        command.addAll(List.of("-threads", Integer.toString(threads)));
        command.addAll(InputOptions.of(config));
        command.addAll(List.of("-i", "file:" + feed.file(), "-filter_complex", filters(config)));
        command.addAll(List.of("-map", "[frames]", "-f", "rawvideo", "pipe:1"));
        command.addAll(List.of("-map", "[stills]", "-fps_mode", "passthrough"));
        // Best tables for each still and threads for it cost more than they give.
        command.addAll(List.of("-c:v", "mjpeg", "-q:v", "4", "-huffman", "default", "-threads", "1"));
        command.addAll(List.of("-f", "image2", "file:" + StillPlan.FILE));
        command.addAll(more);
        return command;
    }

    private String filters(MediaConfig config) {
        int still = config.stillSize();
        String frames = rate(frameRate);
        String others = rate(stills.frameRate());
        boolean alike = frames.equals(others);
        return feed.head() + (alike ? frames : "") + "split=2[f][s];"
                + "[f]" + (alike ? "" : frames) + "scale=" + width + ":" + height + ":flags=area,format=gray[frames];"
                + "[s]" + (alike ? "" : others) + stills.filter() + ",scale=w=" + shrunk("iw", still) + ":h="
                + shrunk("ih", still) + ",format=yuvj420p[stills]";
    }

    /** A side of a still: even, and of the picture's proportions, unless that is a mere line. */
    private static String shrunk(String side, int longest) {
        return "'max(2,2*round(" + side + "*min(1," + longest + "/max(iw,ih))/2))'";
    }

    /** Rounding up, a sample is the frame that is on the screen at its time; rounding to the nearest would be late. */
    private static String rate(double perSecond) {
        return perSecond == 0
                ? ""
                : "fps=" + Math.max(1, Math.round(perSecond * 1_000_000))
                        + "/1000000:start_time=0:round=up:eof_action=pass,";
    }

    /**
     * Hands out the frames until the pipe ends; one that is not whole is dropped. So is a last one that stands at the
     * end which the container claims: it only rounds up. With more behind it the claim is false, and whoever claims too
     * little hides nothing by it.
     */
    int readFrames(InputStream stdout, DecodingResult.Frames frames) throws IOException {
        byte[] luma = new byte[width * height];
        byte[] held = new byte[luma.length];
        boolean holding = false;
        int count = 0;
        while (stdout.readNBytes(luma, 0, luma.length) == luma.length) {
            if (holding) {
                frames.frame(time(count++, frameRate), held, width, height);
            }
            holding = count > 0 && time(count, frameRate) >= end;
            if (holding) {
                System.arraycopy(luma, 0, held, 0, luma.length);
            } else {
                frames.frame(time(count++, frameRate), luma, width, height);
            }
        }
        return count;
    }

    /** Seconds that so many frames cover. */
    double covered(int frames) {
        return time(frames, frameRate);
    }

    List<DecodingResult.Still> readStills(Path directory, int frames) throws IOException {
        return stills.read(directory, covered(frames));
    }

    private static double time(int number, double perSecond) {
        return perSecond == 0 ? 0 : number / perSecond;
    }
}
