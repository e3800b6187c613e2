package ma.balagh.analysis.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How often a medium is sampled, and the one pass of FFmpeg that does it: frames of a constant rate from second 0 (so
 * that a frame's number is its time, also where the medium's own rate varies), grey and square on a pipe, and {@link
 * Stills} beside them.
 *
 * @param feed what is decoded
 * @param frameRate frames handed out for each second; 0 for a still
 * @param stills those beside the frames
 * @param end seconds at which it ends, as the container claims
 */
record DecodePlan(Feed feed, double frameRate, Stills stills, double end) {

    static DecodePlan of(Probe probe, Probe.Stream picture, MediaConfig config) {
        if (probe.isStill()) {
            return new DecodePlan(probe.feed(picture), 0, new Stills(config.stills(), 0), Double.MAX_VALUE);
        }
        Double duration = probe.duration();
        int rate = config.framesPerSecond();
        return new DecodePlan(
                probe.feed(picture),
                duration == null ? rate : Math.min(rate, config.maximumFrames() / duration),
                new Stills(config.stills(), rate),
                duration == null ? Double.MAX_VALUE : duration);
    }

    List<String> command(String ffmpeg, MediaConfig config) {
        var command = new ArrayList<>(List.of(ffmpeg, "-hide_banner", "-nostdin", "-nostats", "-v", "error"));
        command.addAll(List.of("-threads", Integer.toString(Math.min(config.threads(), feed.threads()))));
        command.addAll(InputOptions.of(config));
        command.addAll(List.of("-i", "file:" + feed.file(), "-filter_complex", filters(config)));
        command.addAll(List.of("-map", "[frames]", "-f", "rawvideo", "pipe:1"));
        command.addAll(List.of("-map", "[stills]", "-fps_mode", "passthrough"));
        command.addAll(List.of("-c:v", "mjpeg", "-q:v", "4", "-f", "image2", "file:" + Stills.FILE));
        return command;
    }

    private String filters(MediaConfig config) {
        int side = Decoding.Frames.SIDE;
        int still = config.stillSize();
        return feed.head() + "split=2[f][s];"
                + "[f]" + rate(frameRate) + "scale=" + side + ":" + side + ":flags=area,format=gray[frames];"
                + "[s]" + rate(stills.frameRate()) + stills.filter() + ",scale=w='min(" + still + ",iw)':h='min("
                + still + ",ih)'"
                + ":force_original_aspect_ratio=decrease:force_divisible_by=2,format=yuvj420p[stills]";
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
    int readFrames(InputStream stdout, Decoding.Frames frames) throws IOException {
        byte[] luma = new byte[Decoding.Frames.SIDE * Decoding.Frames.SIDE];
        byte[] held = new byte[luma.length];
        boolean holding = false;
        int count = 0;
        while (stdout.readNBytes(luma, 0, luma.length) == luma.length) {
            if (holding) {
                frames.frame(time(count++, frameRate), held);
            }
            holding = count > 0 && time(count, frameRate) >= end;
            if (holding) {
                System.arraycopy(luma, 0, held, 0, luma.length);
            } else {
                frames.frame(time(count++, frameRate), luma);
            }
        }
        return count;
    }

    /** Seconds that so many frames cover. */
    double covered(int frames) {
        return time(frames, frameRate);
    }

    List<Decoding.Still> readStills(Path directory, int frames) throws IOException {
        return stills.read(directory, covered(frames));
    }

    private static double time(int number, double perSecond) {
        return perSecond == 0 ? 0 : number / perSecond;
    }
}
