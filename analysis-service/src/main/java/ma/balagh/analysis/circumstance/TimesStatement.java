package ma.balagh.analysis.circumstance;

import static ma.balagh.analysis.finding.FindingResult.FAIL;
import static ma.balagh.analysis.finding.FindingResult.PASS;
import static ma.balagh.analysis.finding.FindingResult.UNKNOWN;

import ma.balagh.analysis.finding.FindingResult;
import ma.balagh.analysis.finding.FindingStatement;
import ma.balagh.analysis.finding.LaboratoryMethod;

/** Whether times fit together; times are ISO 8601. */
enum TimesStatement implements FindingStatement {
    CONSISTENT(PASS, "recorded"),
    /** The file names a time, and there is nothing to compare it with. */
    ALONE(UNKNOWN, "recorded"),
    NONE(UNKNOWN),
    /** The file names only the time at which a program wrote it, and nothing speaks against that. */
    WRITTEN_LATER(UNKNOWN, "written", "writer"),
    CLOCK_UNSET(UNKNOWN, "recorded"),
    /** A clock that counts from 1970 was written where one from 1904 belongs. */
    CLOCK_MISCOUNTED(UNKNOWN, "written", "meant"),
    CLOCK_WITHOUT_ZONE(UNKNOWN, "recorded"),
    IN_FUTURE(FAIL, "recorded", "now"),
    BEFORE_CODEC(FAIL, "recorded", "codec", "since"),
    BEFORE_DEVICE(FAIL, "recorded", "device", "since"),
    MODIFIED_BEFORE_CREATION(FAIL, "created", "modified"),
    MODIFIED_LATER(UNKNOWN, "created", "modified"),
    TRACK_AGAINST_MOVIE(FAIL, "movie", "track"),
    /** The header was written anew, the key was kept. */
    HEADER_AGAINST_KEY(FAIL, "key", "header"),
    AFTER_RECEIPT(FAIL, "recorded", "received"),
    AFTER_PUBLICATION(FAIL, "recorded", "published"),
    OLDER_THAN_CLAIMED(FAIL, "recorded", "claimed", "days"),
    NEWER_THAN_CLAIMED(UNKNOWN, "recorded", "claimed", "days"),
    OLD_WHEN_PUBLISHED(UNKNOWN, "recorded", "published", "days"),
    PUBLISHED_BEFORE_EVENT(FAIL, "published", "claimed"),
    PUBLISHED_AFTER_RECEIPT(FAIL, "published", "received"),
    CLAIMED_AFTER_RECEIPT(FAIL, "claimed", "received"),
    /** An offset from UTC, and degrees east. */
    ZONE_AGAINST_PLACE(FAIL, "offset", "longitude");

    private final Form form;

    TimesStatement(FindingResult result, String... facts) {
        this.form = new Form(LaboratoryMethod.TIMES_CONSISTENCY, result, facts);
    }

    @Override
    public Form form() {
        return form;
    }
}
