package ma.balagh.analysis.examination;

import java.util.Map;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.FindingResult;
import ma.balagh.analysis.finding.FindingStatement;
import ma.balagh.analysis.finding.LaboratoryMethod;
import ma.balagh.analysis.media.DecodingResult;
import ma.balagh.analysis.media.ProbeResult;
import ma.balagh.analysis.structure.MovieStructure;
import org.jspecify.annotations.Nullable;

/** Whether the whole picture could be decoded, and all of it that the file states. */
enum DecodingStatement implements FindingStatement {
    WHOLE(FindingResult.PASS, "frames", "errors"),
    STOPPED(FindingResult.UNKNOWN, "frames", "errors"),
    DAMAGED(FindingResult.FAIL, "frames", "errors"),
    /** Nothing is damaged, yet there are fewer pictures than the file states. */
    FEWER_THAN_STATED(FindingResult.FAIL, "frames", "stated", "decoded"),
    /** As many are missing as the file's edit list hides. */
    PART_SHOWN(FindingResult.UNKNOWN, "frames", "stated", "decoded"),
    /** Some decoders make one picture of several packets. */
    FEWER_THAN_PACKETS(FindingResult.UNKNOWN, "frames", "stated", "decoded");

    /** Pictures that honest files lack: those before the first whole one, and helpers that are not shown. */
    private static final int FEW = 8;

    /** And as a part of all. */
    private static final int PART = 10;

    private final Form form;

    DecodingStatement(FindingResult result, String... facts) {
        this.form = new Form(LaboratoryMethod.MEDIA_DECODING, result, facts);
    }

    @Override
    public Form form() {
        return form;
    }

    /** @param movie what the container's headers and tables say; null where it has none */
    static Finding of(ProbeResult probe, DecodingResult decoding, @Nullable MovieStructure movie) {
        if (decoding.timedOut()) {
            return STOPPED.seen(decoding);
        }
        if (!decoding.complete() || !decoding.errors().isEmpty()) {
            return DAMAGED.seen(decoding);
        }
        DecodingResult.Count count = probe.isStill() ? null : decoding.count();
        return count == null ? WHOLE.seen(decoding) : counted(probe, decoding, count, movie);
    }

    private static Finding counted(
            ProbeResult probe, DecodingResult decoding, DecodingResult.Count count, @Nullable MovieStructure movie) {
        MovieStructure.Track track = movie == null
                ? null
                : probe.picture().map(picture -> movie.picture(picture.index())).orElse(null);
        long stated = track == null ? count.packets() : track.samples().stated();
        long missing = stated - count.pictures();
        long allowed = Math.max(Math.min(FEW, stated / 2), stated / PART);
        if (missing <= allowed) {
            return WHOLE.seen(decoding);
        }
        DecodingStatement statement;
        if (track == null) {
            // Where each packet is half a picture, as in interlaced ones.
            statement = missing > stated / 2 + allowed ? FEWER_THAN_STATED : FEWER_THAN_PACKETS;
        } else {
            statement = missing - track.hiddenSamples() <= allowed ? PART_SHOWN : FEWER_THAN_STATED;
        }
        return statement.with(Map.of(
                "frames", Integer.toString(decoding.frames()),
                "stated", Long.toString(stated),
                "decoded", Long.toString(count.pictures())));
    }

    private Finding seen(DecodingResult decoding) {
        return with(
                Map.of("frames", Integer.toString(decoding.frames()), "errors", String.join("; ", decoding.errors())));
    }

    /** The errors are the decoder's own words. */
}
