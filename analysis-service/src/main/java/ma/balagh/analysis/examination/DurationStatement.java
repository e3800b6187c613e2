package ma.balagh.analysis.examination;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.FindingResult;
import ma.balagh.analysis.finding.FindingStatement;
import ma.balagh.analysis.finding.LaboratoryMethod;
import ma.balagh.analysis.media.DecodingResult;
import ma.balagh.analysis.media.ProbeResult;
import ma.balagh.analysis.packet.PacketTrack;
import ma.balagh.analysis.structure.MovieStructure;
import org.jspecify.annotations.Nullable;

/** How long the container claims to be, and whether that is so. Both facts are seconds. */
enum DurationStatement implements FindingStatement {
    SINGLE_PICTURE(FindingResult.PASS),
    CLAIMED(FindingResult.PASS, "claimed"),
    NOT_CLAIMED(FindingResult.UNKNOWN, "decoded"),
    /** It was not decoded to its end. */
    NOT_CHECKED(FindingResult.UNKNOWN, "claimed", "decoded"),
    /** The last picture is said to stand until then. */
    LAST_PICTURE_STANDS(FindingResult.UNKNOWN, "claimed", "decoded"),
    SHORTER_THAN_CLAIMED(FindingResult.FAIL, "claimed", "decoded"),
    LONGER_THAN_CLAIMED(FindingResult.FAIL, "claimed", "decoded");

    /** Seconds by which honest containers are wrong about their length. */
    private static final double TOLERANCE = 1;

    /** And by which they claim too much, as a part of it: pictures come in with delay, sound is cut off. */
    private static final double PART = 0.05;

    /** Seconds of a packet of sound. */
    private static final double LONGEST_SOUND = 0.5;

    /** FFmpeg's names of containers whose header says how long they are; of others it guesses, from a bit rate, say. */
    private static final Set<String> CLAIMING =
            Set.of("mov,mp4,m4a,3gp,3g2,mj2", "matroska,webm", "avi", "flv", "asf", "wav");

    /** Seconds for which a last picture may be meant to stand. */
    private static final double STANDING = 3600;

    private final Form form;

    DurationStatement(FindingResult result, String... facts) {
        this.form = new Form(LaboratoryMethod.MEDIA_DURATION, result, facts);
    }

    @Override
    public Form form() {
        return form;
    }

    /** @param movie what the container's headers say; null where it has none */
    static Finding of(ProbeResult probe, DecodingResult decoding, @Nullable MovieStructure movie) {
        if (probe.isStill()) {
            return SINGLE_PICTURE.alone();
        }
        Double claimed = probe.duration();
        String decoded = seconds(decoding.seconds());
        if (claimed == null) {
            return NOT_CLAIMED.with(Map.of("decoded", decoded));
        }
        if (decoding.seconds() > claimed + TOLERANCE) {
            return LONGER_THAN_CLAIMED.with(Map.of("claimed", seconds(claimed), "decoded", decoded));
        }
        double most = movie == null ? claimed : Math.max(claimed, movie.claimed());
        double missing = most - Math.max(decoding.seconds(), soundEnd(probe));
        PacketTrack pictures = probe.picture()
                .map(picture -> probe.packets().track(picture.index()))
                .orElse(null);
        double standing = pictures == null ? 0 : standing(pictures, decoding.seconds());
        boolean stands = missing - standing <= TOLERANCE;
        if (missing <= Math.max(TOLERANCE, most * PART)
                || stands && pictures != null && standing <= 2 * distance(pictures)) {
            return CLAIMED.with(Map.of("claimed", seconds(claimed)));
        }
        if (!CLAIMING.contains(probe.container())) {
            return NOT_CLAIMED.with(Map.of("decoded", decoded));
        }
        DurationStatement statement = SHORTER_THAN_CLAIMED;
        if (decoding.timedOut()) {
            statement = NOT_CHECKED;
        } else if (decoding.complete() && stands && missing <= STANDING) {
            statement = LAST_PICTURE_STANDS;
        }
        return statement.with(Map.of("claimed", seconds(most), "decoded", decoded));
    }

    /** By its packets, as far as so many of them can last; 0 where it has none, or where these are not known. */
    private static double soundEnd(ProbeResult probe) {
        PacketTrack track =
                probe.sound().map(sound -> probe.packets().track(sound.index())).orElse(null);
        return track == null || Double.isNaN(track.end()) ? 0 : Math.min(track.end(), track.count() * LONGEST_SOUND);
    }

    /** Seconds for which the last picture is said to stand behind its beginning; 0 where it was not reached. */
    private static double standing(PacketTrack pictures, double decoded) {
        double last = pictures.count() == 0 ? Double.NaN : pictures.shown(pictures.count() - 1);
        return last <= decoded + TOLERANCE ? pictures.end() - last : 0;
    }

    /** Seconds from one picture to the next, on average; 0 where there is one only. */
    private static double distance(PacketTrack pictures) {
        int last = pictures.count() - 1;
        return last < 1 ? 0 : (pictures.shown(last) - pictures.start()) / last;
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f", seconds);
    }
}
