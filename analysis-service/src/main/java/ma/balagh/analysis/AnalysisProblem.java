package ma.balagh.analysis;

import ma.balagh.http.ProblemType;

/** The problems that only this service answers. */
public enum AnalysisProblem implements ProblemType {
    ILLEGAL_TRANSITION("illegal-transition", 409, "The dossier does not allow this now"),
    ALREADY_DECIDED("already-decided", 409, "Somebody has decided this proposal before"),
    FOUR_EYES("four-eyes", 403, "A verdict needs two different people");

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
