package ma.balagh.portal.command;

import ma.balagh.portal.escalation.StageClockResponse;

/** What something waits for, in the order of a video's way, and where it is listed. */
public enum WaitingReason {
    DOSSIER(WaitingAudience.INTAKE, "/ageing"),
    EXAMINATION(WaitingAudience.LABORATORY, "/dossiers?state=OPEN"),
    PROPOSAL(WaitingAudience.ANALYST, "/dossiers?state=OPEN&sort=urgency"),
    CONFIRMATION(WaitingAudience.JUDICIAL_OFFICER, "/dossiers?state=PROPOSED"),
    REOPENING(WaitingAudience.JUDICIAL_OFFICER, "/dossiers?state=CONCLUDED"),
    UNIT(WaitingAudience.DISPATCHER, "/incidents?state=OPEN"),
    ACKNOWLEDGEMENT(WaitingAudience.FIELD_UNIT, "/incidents?state=ASSIGNED"),
    DEPARTURE(WaitingAudience.FIELD_UNIT, "/incidents?state=ASSIGNED"),
    ARRIVAL(WaitingAudience.FIELD_UNIT, "/incidents?state=EN_ROUTE"),
    OUTCOME(WaitingAudience.FIELD_UNIT, "/incidents?state=ON_SCENE"),
    REFERRAL(WaitingAudience.JUDICIAL_OFFICER, "/incidents?state=RESOLVED"),
    RIGHTS(WaitingAudience.DISPATCHER, "/incidents?state=MISSING_RIGHTS"),
    APPROVAL(WaitingAudience.COMMANDER, "/communiques"),
    PATROL(WaitingAudience.COMMANDER, "/patrol-plans");

    private final WaitingAudience audience;
    private final String path;

    WaitingReason(WaitingAudience audience, String path) {
        this.audience = audience;
        this.path = path;
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
}
