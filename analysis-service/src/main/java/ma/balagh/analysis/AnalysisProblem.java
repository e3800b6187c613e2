package ma.balagh.analysis;

import ma.balagh.http.ProblemType;

/** The problems that only this service answers. */
public enum AnalysisProblem implements ProblemType {
    ILLEGAL_TRANSITION("illegal-transition", 409, "The dossier does not allow this now"),
    NOT_ALL_REPORTS("not-all-reports", 409, "Not all of these reports can be treated so"),
    ALREADY_DECIDED("already-decided", 409, "Somebody has decided this proposal before"),
    FOUR_EYES("four-eyes", 403, "This needs two different people"),
    ALREADY_BANKED("already-banked", 409, "This footage is known already"),
    NOTHING_TO_COMPARE("nothing-to-compare", 409, "This evidence has no footage that could be compared"),
    NOTHING_TO_SEE("nothing-to-see", 409, "This medium has no picture"),
    RENDITION_NOT_READY("rendition-not-ready", 409, "This rendition is not ready yet"),
    RENDITION_GONE("rendition-gone", 410, "This rendition is not kept any more, or could not be made"),
    EVIDENCE_ERASED("evidence-erased", 410, "The bytes of this evidence were erased"),
    NOT_A_MEDIUM("not-a-medium", 415, "This is no video, picture or sound that can be read"),
    UNREADABLE_MEDIUM("unreadable-medium", 422, "The medium could not be read"),
    TOO_MANY_SEARCHES("too-many-searches", 429, "Others search at this moment"),
    TOO_MANY_LOOKS("too-many-looks", 429, "Others look at media at this moment");

    private final String slug;
    private final int status;
    private final String title;

    AnalysisProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
