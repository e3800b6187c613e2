package ma.balagh.analysis.circumstance;

import static ma.balagh.analysis.finding.FindingResult.FAIL;
import static ma.balagh.analysis.finding.FindingResult.PASS;
import static ma.balagh.analysis.finding.FindingResult.UNKNOWN;

import ma.balagh.analysis.finding.FindingResult;
import ma.balagh.analysis.finding.FindingStatement;
import ma.balagh.analysis.finding.LaboratoryMethod;

/** Whether the place in the metadata is the one that is claimed; distances in metres, places in degrees. */
enum PlacesStatement implements FindingStatement {
    SAME(PASS, "distance", "recorded", "claimed"),
    /** The claim names the middle of a town only. */
    IN_TOWN(PASS, "distance", "recorded", "town"),
    NEAR(UNKNOWN, "distance", "recorded", "claimed"),
    FAR(FAIL, "distance", "recorded", "claimed"),
    /** With a sign turned, or latitude and longitude exchanged, it would be the same. */
    MIXED_UP(UNKNOWN, "distance", "recorded", "claimed"),
    NULL_ISLAND(UNKNOWN),
    DEFAULT_PLACE(UNKNOWN, "recorded", "place"),
    NOT_ON_EARTH(FAIL, "recorded"),
    CLAIM_UNUSABLE(UNKNOWN, "recorded", "claimed"),
    ONLY_NAMED(UNKNOWN, "recorded", "place"),
    NO_CLAIM(UNKNOWN, "recorded"),
    NO_METADATA(UNKNOWN);

    private final Form form;

    PlacesStatement(FindingResult result, String... facts) {
        this.form = new Form(LaboratoryMethod.PLACES_CONSISTENCY, result, facts);
    }

    @Override
    public Form form() {
        return form;
    }
}
