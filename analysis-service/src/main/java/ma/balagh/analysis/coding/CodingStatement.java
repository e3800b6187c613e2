package ma.balagh.analysis.coding;

import static ma.balagh.analysis.finding.FindingResult.FAIL;
import static ma.balagh.analysis.finding.FindingResult.PASS;
import static ma.balagh.analysis.finding.FindingResult.UNKNOWN;
import static ma.balagh.analysis.finding.LaboratoryMethod.CODING_COMPRESSION;
import static ma.balagh.analysis.finding.LaboratoryMethod.CODING_FRAMES;

import ma.balagh.analysis.finding.FindingResult;
import ma.balagh.analysis.finding.FindingStatement;
import ma.balagh.analysis.finding.LaboratoryMethod;

/** What can be said about frames and their coding. */
public enum CodingStatement implements FindingStatement {
    /** Frames follow each other at one rate. */
    TIMES_EVEN(CODING_FRAMES, PASS, "frames", "rate", "bitrate"),
    /** The same, in a medium with more packets than are read. */
    TIMES_EVEN_UNTIL(CODING_FRAMES, UNKNOWN, "frames", "rate", "bitrate", "until"),
    /** Their distance varies, as where a phone has too little light. */
    TIMES_UNEVEN(CODING_FRAMES, UNKNOWN, "frames", "rate", "shortest", "longest"),
    TIMES_TOO_FEW(CODING_FRAMES, UNKNOWN, "frames"),
    /** A hole of half a second or more between frames that else are steady. */
    TIMES_GAP(CODING_FRAMES, FAIL, "places", "rate"),
    /** Single frames lack, as where a recorder was overloaded. */
    TIMES_DROPPED(CODING_FRAMES, UNKNOWN, "count", "places", "rate"),
    /** The clock of the frames starts anew. */
    TIMES_RESTART(CODING_FRAMES, FAIL, "places"),
    TIMES_REPEATED(CODING_FRAMES, UNKNOWN, "count"),
    /** Frames that carry nothing new come in the rhythm of a conversion between frame rates, as platforms do it. */
    RATE_CONVERTED(CODING_FRAMES, UNKNOWN, "period", "repeated", "rate"),
    RATE_CONVERTED_POSSIBLY(CODING_FRAMES, UNKNOWN, "period", "repeated", "rate"),
    /** Key frames have one distance in one part and another in the next. */
    KEYFRAMES_CHANGE(CODING_FRAMES, FAIL, "place", "before", "after"),
    /** Key frames have one distance, but for a few places. */
    KEYFRAMES_OUT_OF_STEP(CODING_FRAMES, UNKNOWN, "places", "distance"),
    PICTURE_CONTINUOUS(CODING_FRAMES, PASS, "frames"),
    PICTURE_TOO_SHORT(CODING_FRAMES, UNKNOWN, "frames"),
    /** The picture becomes another one within one frame. */
    PICTURE_CUT(CODING_FRAMES, FAIL, "count", "places"),
    /** As a cut, without the packets confirming it: a quick turn of the camera may look the same. */
    PICTURE_CUT_POSSIBLY(CODING_FRAMES, UNKNOWN, "count", "places"),
    /** A moving camera stops dead. */
    PICTURE_FROZEN(CODING_FRAMES, FAIL, "places"),
    /** Nothing changes: frozen, or a fixed camera before an empty place. */
    PICTURE_STANDING(CODING_FRAMES, UNKNOWN, "places"),
    /** A sequence with movement of its own comes again. */
    PICTURE_RECURRING(CODING_FRAMES, FAIL, "from", "to", "other-from", "other-to"),
    /** Sizes have the rhythm of key frames that are none any more, as in all that a platform passes on. */
    COMPRESSED_BEFORE(CODING_COMPRESSION, UNKNOWN, "distance", "frames", "share"),
    COMPRESSION_UNDECIDED(CODING_COMPRESSION, UNKNOWN, "frames", "keyframes", "bitrate");

    private final Form form;

    CodingStatement(LaboratoryMethod method, FindingResult result, String... facts) {
        this.form = new Form(method, result, facts);
    }

    @Override
    public Form form() {
        return form;
    }
}
