package ma.balagh.analysis.picture;

import static ma.balagh.analysis.finding.FindingResult.FAIL;
import static ma.balagh.analysis.finding.FindingResult.PASS;
import static ma.balagh.analysis.finding.FindingResult.UNKNOWN;
import static ma.balagh.analysis.finding.LaboratoryMethod.PICTURE_FACES;
import static ma.balagh.analysis.finding.LaboratoryMethod.PICTURE_QUALITY;
import static ma.balagh.analysis.finding.LaboratoryMethod.PICTURE_SCREEN;
import static ma.balagh.analysis.finding.LaboratoryMethod.PICTURE_SIZE;
import static ma.balagh.analysis.finding.LaboratoryMethod.PICTURE_TEXT;

import ma.balagh.analysis.finding.FindingResult;
import ma.balagh.analysis.finding.FindingStatement;
import ma.balagh.analysis.finding.LaboratoryMethod;

/** What can be said about how a picture looks. */
enum PictureStatement implements FindingStatement {
    USABLE(PICTURE_QUALITY, PASS, "width", "height", "brightness", "sharpness"),
    DARK(PICTURE_QUALITY, FAIL, "width", "height", "brightness", "share"),
    OVEREXPOSED(PICTURE_QUALITY, FAIL, "width", "height", "brightness", "share"),
    BLURRED(PICTURE_QUALITY, FAIL, "width", "height", "sharpness"),
    /** Fewer pixels than a face or a number plate needs. */
    SMALL(PICTURE_QUALITY, UNKNOWN, "width", "height"),
    /** Nothing to be seen that could be sharp or blurred. */
    PLAIN(PICTURE_QUALITY, UNKNOWN, "width", "height", "brightness"),
    /** A picture within plain borders, as a screen recording or an editor leaves them. */
    FRAMED(PICTURE_SCREEN, UNKNOWN, "top", "bottom", "left", "right"),
    UNDECIDED(PICTURE_SCREEN, UNKNOWN),
    AS_RECORDED(PICTURE_SIZE, PASS, "width", "height", "device"),
    SIZE_UNUSUAL(PICTURE_SIZE, UNKNOWN, "width", "height", "device"),
    /** Something that stands still with the density of letters. */
    OVERLAID(PICTURE_TEXT, UNKNOWN, "places"),
    /** Writing that lets the picture through, or is still as the scene, is not found. */
    NOTHING_OVERLAID(PICTURE_TEXT, UNKNOWN),
    /** Regions that look like faces; how many, never whose. */
    FACES(PICTURE_FACES, PASS, "most", "at", "looks"),
    NO_FACES(PICTURE_FACES, UNKNOWN, "looks");

    private final Form form;

    PictureStatement(LaboratoryMethod method, FindingResult result, String... facts) {
        this.form = new Form(method, result, facts);
    }

    @Override
    public Form form() {
        return form;
    }
}
