package ma.balagh.dispatch;

import ma.balagh.http.ProblemType;

/** What dispatch can refuse for reasons of its own. */
public enum DispatchProblem implements ProblemType {
    CALL_SIGN_TAKEN("call-sign-taken", 409, "Another unit has this call sign"),
    CALL_SIGN_AMBIGUOUS("call-sign-ambiguous", 403, "The call sign is of several units"),
    UNIT_ENGAGED("unit-engaged", 409, "The unit's assignment decides its status"),
    UNIT_TAKEN("unit-taken", 409, "The unit cannot be sent"),
    UNIT_NOT_BUSY("unit-not-busy", 409, "Only a busy unit is planned as the next"),
    UNIT_PLANNED("unit-planned", 409, "The unit is planned already"),
    RUN_CARD_EXISTS("run-card-exists", 409, "There is a run card for that"),
    OTHER_INCIDENT_OPEN("other-incident-open", 409, "Another incident of the dossier is open"),
    ILLEGAL_TRANSITION("illegal-transition", 409, "The incident is not at that point"),
    CLOSURE_OVER("closure-over", 409, "The road is open again"),
    HELP_NOT_GRANTED("help-not-granted", 409, "The unit's jurisdiction grants no help"),
    HELP_NOT_OPEN("help-not-open", 409, "The request for help is not at that point"),
    REFERRAL_INCOMPLETE("referral-incomplete", 409, "The referral file would lack a part"),
    REFERRAL_TOO_LARGE("referral-too-large", 409, "The referral file would be too large"),
    FOUR_EYES("four-eyes", 403, "This needs two different people"),
    PROPOSAL_WAITS("proposal-waits", 409, "A proposal waits for its decision"),
    INQUIRY_OUT_OF_TURN("inquiry-out-of-turn", 409, "The inquiry is not at that point"),
    INQUIRY_CLOSED("inquiry-closed", 409, "The inquiry is closed"),
    COMMUNIQUE_OUT_OF_TURN("communique-out-of-turn", 409, "The communiqué is not at that point"),
    FINDINGS_OPEN("findings-open", 409, "Something in the texts may tell of a person"),
    PATROL_PLAN_OUT_OF_TURN("patrol-plan-out-of-turn", 409, "The patrol plan is not at that point"),
    PATROL_UNIT_TAKEN("patrol-unit-taken", 409, "Another approved patrol plan has a unit of this one");

    private final String slug;
    private final int status;
    private final String title;

    DispatchProblem(String slug, int status, String title) {
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
