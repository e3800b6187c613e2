package ma.balagh.portal.command;

import ma.balagh.portal.clock.ClocksResponse.Stage;
import ma.balagh.portal.escalation.StageClockResponse;
import org.jspecify.annotations.Nullable;

/** What something waits for, in the order of a video's way, and where it is listed. */
public enum WaitingReason {
    DOSSIER(WaitingAudience.INTAKE, "/ageing", null),
    EXAMINATION(WaitingAudience.LABORATORY, "/dossiers?state=OPEN", Stage.SECURED_TO_EXAMINED),
    PROPOSAL(WaitingAudience.ANALYST, "/dossiers?state=OPEN&sort=urgency", Stage.EXAMINED_TO_PROPOSED),
    CONFIRMATION(WaitingAudience.JUDICIAL_OFFICER, "/dossiers?state=PROPOSED", Stage.PROPOSED_TO_CONFIRMED),
    REOPENING(WaitingAudience.JUDICIAL_OFFICER, "/dossiers?state=CONCLUDED", null),
    UNIT(WaitingAudience.DISPATCHER, "/incidents?state=OPEN", Stage.CONFIRMED_TO_ASSIGNED),
    /** With several units an incident is as far as its foremost one: what waits for another is in no list of one state. */
    ACKNOWLEDGEMENT(WaitingAudience.FIELD_UNIT, "/incidents?state=UNFINISHED", Stage.ASSIGNED_TO_ON_SCENE),
    DEPARTURE(WaitingAudience.FIELD_UNIT, "/incidents?state=UNFINISHED", Stage.ASSIGNED_TO_ON_SCENE),
    ARRIVAL(WaitingAudience.FIELD_UNIT, "/incidents?state=UNFINISHED", Stage.ASSIGNED_TO_ON_SCENE),
    OUTCOME(WaitingAudience.FIELD_UNIT, "/incidents?state=UNFINISHED", Stage.ON_SCENE_TO_OUTCOME),
    REFERRAL(WaitingAudience.JUDICIAL_OFFICER, "/incidents?state=RESOLVED", Stage.OUTCOME_TO_REFERRED),
    RIGHTS(WaitingAudience.DISPATCHER, "/incidents?state=MISSING_RIGHTS", null),
    APPROVAL(WaitingAudience.COMMANDER, "/communiques", null),
    PATROL(WaitingAudience.COMMANDER, "/patrol-plans", null);

    private final WaitingAudience audience;
    private final String path;
    private final @Nullable Stage stage;

    /** @param stage in which it waits, where its length is measured */
    WaitingReason(WaitingAudience audience, String path, @Nullable Stage stage) {
        this.audience = audience;
        this.path = path;
        this.stage = stage;
    }

    static WaitingReason of(StageClockResponse.Stage stage) {
        return switch (stage) {
            case OPEN_TO_ASSIGNED -> UNIT;
            case ASSIGNED_TO_ACKNOWLEDGED -> ACKNOWLEDGEMENT;
            case ACKNOWLEDGED_TO_EN_ROUTE -> DEPARTURE;
            case EN_ROUTE_TO_ON_SCENE -> ARRIVAL;
            case ON_SCENE_TO_OUTCOME -> OUTCOME;
            case OUTCOME_TO_REFERRED -> REFERRAL;
        };
    }

    WaitingAudience audience() {
        return audience;
    }

    String path() {
        return path;
    }

    @Nullable
    Stage stage() {
        return stage;
    }
}
