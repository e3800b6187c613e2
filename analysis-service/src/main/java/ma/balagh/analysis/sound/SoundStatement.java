package ma.balagh.analysis.sound;

import static ma.balagh.analysis.finding.FindingResult.FAIL;
import static ma.balagh.analysis.finding.FindingResult.PASS;
import static ma.balagh.analysis.finding.FindingResult.UNKNOWN;

import ma.balagh.analysis.finding.FindingResult;
import ma.balagh.analysis.finding.FindingStatement;
import ma.balagh.analysis.finding.LaboratoryMethod;

/** What can be said about a sound track without hearing it. */
enum SoundStatement implements FindingStatement {
    ABSENT(UNKNOWN),
    /** A track is declared and holds nothing. */
    EMPTY(UNKNOWN, "codec"),
    PRESENT(PASS, "codec", "from", "to"),
    /** The same as far as packets were read: the medium has more. */
    PRESENT_UNTIL(UNKNOWN, "codec", "from", "to"),
    /** Sound and picture begin more than a second apart. */
    STARTS_APART(FAIL, "codec", "sound", "picture"),
    ENDS_EARLY(FAIL, "codec", "sound", "picture"),
    ENDS_LATE(UNKNOWN, "codec", "sound", "picture"),
    /** The sound stops and goes on, within the track. */
    GAP(FAIL, "codec", "places"),
    /** The same in a coding that leaves out silence. */
    GAP_POSSIBLY(UNKNOWN, "codec", "places"),
    /** Packets as small as a coder makes them of nothing at all. */
    SILENT(FAIL, "codec"),
    SILENT_PARTS(UNKNOWN, "codec", "places");

    private final Form form;

    SoundStatement(FindingResult result, String... facts) {
        this.form = new Form(LaboratoryMethod.SOUND_TRACK, result, facts);
    }

    @Override
    public Form form() {
        return form;
    }
}
