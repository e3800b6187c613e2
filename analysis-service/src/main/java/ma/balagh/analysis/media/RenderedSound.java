package ma.balagh.analysis.media;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;

/** What becomes of a medium's sound. */
public enum RenderedSound {
    KEEP,
    REMOVE,
    /**
     * Speech becomes a whisper of another throat: the phase of pieces of eight milliseconds, too short to tell the harmonics
     * of a voice apart, is drawn by lot, which leaves neither pitch nor intonation; and all resonances are moved by a factor
     * that is drawn for each rendition. Undoing the factor does not bring the pitch back. Words, accent and rhythm stay, and
     * may tell who speaks.
     */
    ALTER;

    /** Even gaps, and times that begin with the picture. */
    private static final String STEADY =
            "aresample=async=1:first_pts=0,aformat=sample_fmts=fltp:sample_rates=48000|44100:channel_layouts=mono|stereo";

    private static final int ALTERED_RATE = 16_000;

    /** FFmpeg's filters; drawn anew with each call. */
    String filter() {
        return switch (this) {
            case KEEP, REMOVE -> STEADY;
            case ALTER -> altered(0.78 + 0.1 * new SecureRandom().nextDouble());
        };
    }

    private static String altered(double factor) {
        long rate = Math.round(ALTERED_RATE * factor);
        String phase = "hypot(re,im)*%s(random(%d)*2*PI)";
        return String.join(
                ",",
                List.of(
                        "aresample=" + ALTERED_RATE + ":async=1:first_pts=0",
                        "aformat=sample_fmts=fltp:channel_layouts=mono",
                        "asetrate=" + rate,
                        "aresample=" + ALTERED_RATE,
                        String.format(Locale.ROOT, "atempo=%.6f", ALTERED_RATE / (double) rate),
                        "afftfilt=real='%s':imag='%s':win_size=128:overlap=0.75"
                                .formatted(phase.formatted("cos", 0), phase.formatted("sin", 0)),
                        "highpass=f=120",
                        "aresample=48000"));
    }
}
