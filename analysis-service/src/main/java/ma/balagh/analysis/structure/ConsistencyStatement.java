package ma.balagh.analysis.structure;

import static ma.balagh.analysis.finding.FindingResult.FAIL;
import static ma.balagh.analysis.finding.FindingResult.PASS;
import static ma.balagh.analysis.finding.FindingResult.UNKNOWN;

import ma.balagh.analysis.finding.FindingResult;
import ma.balagh.analysis.finding.FindingStatement;
import ma.balagh.analysis.finding.LaboratoryMethod;

/** Whether the parts of a file fit together. */
enum ConsistencyStatement implements FindingStatement {
    CONSISTENT(PASS),
    /** What a camera writes stands beside what a program writes that comes after it. */
    DEVICE_BESIDE_PROGRAM(FAIL, "device", "program", "traces"),
    /** Brands or handlers are not those of the camera that is named. */
    LAYOUT_AGAINST_DEVICE(FAIL, "device", "against"),
    /** The order of parts, or another thing that may differ from model to model, is not that of the camera. */
    LAYOUT_UNUSUAL(UNKNOWN, "device", "against"),
    /** The file keeps the brand that it had before: it was passed on by a program. */
    BRAND_REPLACED(UNKNOWN, "before", "now"),
    BRAND_AGAINST_CODEC(FAIL, "brand", "codec"),
    /** In seconds. */
    TRACKS_AGAINST_MOVIE(FAIL, "movie", "track"),
    /** In seconds. */
    PICTURE_SHORTER(FAIL, "movie", "picture"),
    /** In seconds. */
    MEDIA_HIDDEN(FAIL, "hidden", "media"),
    /** How many pictures there are by each table; empty where there is none. */
    TABLES_CONTRADICT(FAIL, "sized", "timed", "placed"),
    /** In seconds. */
    TIMES_AGAINST_TRACK(FAIL, "track", "times"),
    /** In seconds. */
    SHOWN_LONGER_THAN_MEDIA(FAIL, "shown", "media"),
    /** A position in bytes. */
    DAMAGED(UNKNOWN, "position"),
    NOT_COMPARABLE(UNKNOWN, "container");

    private final Form form;

    ConsistencyStatement(FindingResult result, String... facts) {
        this.form = new Form(LaboratoryMethod.STRUCTURE_CONSISTENCY, result, facts);
    }

    @Override
    public Form form() {
        return form;
    }
}
