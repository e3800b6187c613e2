package ma.balagh.analysis.examination;

import static ma.balagh.analysis.examination.ExaminationView.Result.FAIL;
import static ma.balagh.analysis.examination.ExaminationView.Result.PASS;
import static ma.balagh.analysis.examination.ExaminationView.Result.UNKNOWN;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import ma.balagh.analysis.examination.ExaminationView.FindingView;
import ma.balagh.analysis.examination.ExaminationView.Result;
import ma.balagh.analysis.media.Decoding;
import ma.balagh.analysis.media.Location;
import ma.balagh.analysis.media.Probe;
import ma.balagh.analysis.media.Recording;

/** Puts into words what each method of the examination found. Method ids are stable; clients translate by them. */
final class Findings {

    private static final String VERSION = "1";

    /** Clocks of recorders go wrong; by more than a day they lie. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofDays(1);

    /** Seconds by which honest containers are wrong about their length. */
    private static final double DURATION_TOLERANCE = 1;

    /** Before it no phone recorded a video: unset clocks say 1904, 1970 or 1980. */
    private static final Instant EARLIEST = Instant.parse("1995-01-01T00:00:00Z");

    private Findings() {}

    static FindingView digest(String expected, String found) {
        boolean same = expected.equals(found);
        return finding(
                "evidence.digest",
                same ? PASS : FAIL,
                same
                        ? "The bytes examined are those that were secured."
                        : "The bytes examined are not those that were secured.",
                same ? "SHA-256 " + found : "SHA-256 expected " + expected + ", found " + found,
                "Says nothing about what happened to the file before it was secured.");
    }

    static FindingView container(Probe probe) {
        String streams = probe.streams().stream()
                .map(stream -> switch (stream.kind()) {
                    case VIDEO ->
                        "%s %d×%d%s"
                                .formatted(
                                        stream.codec(),
                                        stream.width(),
                                        stream.height(),
                                        stream.rotation() == 0 ? "" : ", turned by " + stream.rotation() + "°");
                    case AUDIO -> stream.codec() + " sound";
                    case OTHER -> stream.codec() + " data";
                })
                .collect(Collectors.joining("; "));
        return finding(
                "media.container",
                PASS,
                "The file is a medium that can be read.",
                probe.container() + ": " + streams,
                "A container can be rewritten without touching the picture.");
    }

    static FindingView unreadable(String why) {
        return finding(
                "media.container",
                FAIL,
                "The file cannot be read as a video or picture.",
                why,
                "A rare or damaged format may be readable with other tools.");
    }

    static FindingView decoding(Decoding decoding) {
        boolean clean = decoding.complete() && decoding.errors().isEmpty();
        return finding(
                "media.decoding",
                clean ? PASS : decoding.timedOut() ? UNKNOWN : FAIL,
                clean
                        ? "The picture was decoded to its end without errors."
                        : decoding.timedOut()
                                ? "Decoding was stopped because it took too long; what was decoded until then was examined."
                                : "The picture is damaged; what could be decoded was examined.",
                decoding.frames() + " frames compared"
                        + (decoding.errors().isEmpty() ? "" : "; " + String.join("; ", decoding.errors())),
                "Damage can come from an interrupted download as well as from editing.");
    }

    static FindingView duration(Probe probe, Decoding decoding) {
        Double seconds = probe.duration();
        String weakness = "It is what the container claims, not what was counted.";
        if (probe.isStill()) {
            return finding("media.duration", PASS, "It is a single picture.", "0 s", weakness);
        }
        if (seconds != null && decoding.seconds() > seconds + DURATION_TOLERANCE) {
            return finding(
                    "media.duration",
                    FAIL,
                    "There is more picture than the container claims; all of it was examined.",
                    String.format(Locale.ROOT, "%.2f s claimed, %.2f s decoded", seconds, decoding.seconds()),
                    "A recorder that was cut off writes a wrong duration, too.");
        }
        return seconds == null
                ? finding(
                        "media.duration",
                        UNKNOWN,
                        "The container does not say how long it is.",
                        "no duration",
                        weakness)
                : finding(
                        "media.duration",
                        PASS,
                        "The container says how long it is.",
                        String.format(Locale.ROOT, "%.2f s", seconds),
                        weakness);
    }

    static FindingView recordedOn(Recording recording, Instant now) {
        Instant at = recording.approximately();
        String detail = "recorded at %s; device %s; software %s"
                .formatted(
                        recording.clock() == null ? said(at) : recording.clock() + " (zone unknown)",
                        said(recording.device()),
                        said(recording.software()));
        String weakness = "Anybody can write this metadata; platforms remove or replace it.";
        if (at != null && at.isAfter(now.plus(CLOCK_TOLERANCE))) {
            return finding(
                    "metadata.recorded-on",
                    FAIL,
                    "The metadata say that it was recorded in the future.",
                    detail,
                    weakness);
        }
        if (at != null && at.isBefore(EARLIEST)) {
            return finding("metadata.recorded-on", UNKNOWN, "The recorder's clock was not set.", detail, weakness);
        }
        return recording.isSilent()
                ? finding(
                        "metadata.recorded-on",
                        UNKNOWN,
                        "The metadata do not say when or with what it was recorded.",
                        detail,
                        weakness)
                : finding(
                        "metadata.recorded-on",
                        PASS,
                        "The metadata say when or with what it was recorded.",
                        detail,
                        weakness);
    }

    static FindingView location(Recording recording) {
        Location location = recording.location();
        String weakness = "Anybody can write this metadata; a phone may write the place where it last knew it.";
        if (location == null) {
            return finding(
                    "metadata.location",
                    UNKNOWN,
                    "The metadata do not say where it was recorded.",
                    "no place",
                    weakness);
        }
        String detail = String.format(Locale.ROOT, "%.5f, %.5f", location.latitude(), location.longitude());
        if (!location.isOnEarth()) {
            return finding(
                    "metadata.location", FAIL, "The place in the metadata does not exist on earth.", detail, weakness);
        }
        return location.isNullIsland()
                ? finding(
                        "metadata.location",
                        UNKNOWN,
                        "The place in the metadata is 0, 0: the recorder did not know where it was.",
                        detail,
                        weakness)
                : finding("metadata.location", PASS, "The metadata say where it was recorded.", detail, weakness);
    }

    static FindingView comparison(int comparableFrames) {
        return finding(
                "footage.comparison",
                comparableFrames > 0 ? PASS : UNKNOWN,
                comparableFrames > 0
                        ? "It was compared with all footage seen before; what was found stands under the matches."
                        : "It has no frame with enough detail to be compared.",
                comparableFrames + " comparable frames",
                "Cropped, framed or filmed-off copies are missed; two views of one plain scene may look the same.");
    }

    static FindingView givenUp(int lostLeases) {
        return finding(
                "examination.completion",
                FAIL,
                "Every attempt to examine the file ended the examiner.",
                lostLeases + " attempts",
                "Failures of the machine at the same moments would look the same.");
    }

    private static Object said(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? "unknown" : value;
    }

    private static FindingView finding(String method, Result result, String summary, String detail, String weakness) {
        return new FindingView(method, VERSION, result, summary, detail, weakness);
    }
}
