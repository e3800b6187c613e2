package ma.balagh.dispatch.clock;

import java.time.Duration;

/** The stages of a published video, in their order; the view {@code clock_sample} says how each is measured. */
public enum Stage {
    PUBLISHED_TO_TAKEN_IN,
    TAKEN_IN_TO_SECURED,
    SECURED_TO_EXAMINED,
    EXAMINED_TO_PROPOSED,
    PROPOSED_TO_CONFIRMED,
    CONFIRMED_TO_ASSIGNED,
    ASSIGNED_TO_ON_SCENE,
    ON_SCENE_TO_OUTCOME,
    OUTCOME_TO_REFERRED;

    /** What the machine alone takes, across stages: from the first byte to the end of the examination. */
    static final String TAKEN_IN_UNTIL_READY = "TAKEN_IN_UNTIL_READY";

    /** What goes through a stage. */
    enum Subject {
        REPORT,
        EVIDENCE,
        DOSSIER,
        INCIDENT
    }

    Subject subject() {
        return switch (this) {
            case PUBLISHED_TO_TAKEN_IN -> Subject.REPORT;
            case TAKEN_IN_TO_SECURED, SECURED_TO_EXAMINED -> Subject.EVIDENCE;
            case EXAMINED_TO_PROPOSED, PROPOSED_TO_CONFIRMED -> Subject.DOSSIER;
            case CONFIRMED_TO_ASSIGNED, ASSIGNED_TO_ON_SCENE, ON_SCENE_TO_OUTCOME, OUTCOME_TO_REFERRED ->
                Subject.INCIDENT;
        };
    }

    /** How long it should last. */
    Duration target(ClockTargetConfig targets) {
        return switch (this) {
            case PUBLISHED_TO_TAKEN_IN -> targets.publishedToTakenIn();
            case TAKEN_IN_TO_SECURED -> targets.takenInToSecured();
            case SECURED_TO_EXAMINED -> targets.securedToExamined();
            case EXAMINED_TO_PROPOSED -> targets.examinedToProposed();
            case PROPOSED_TO_CONFIRMED -> targets.proposedToConfirmed();
            case CONFIRMED_TO_ASSIGNED -> targets.confirmedToAssigned();
            case ASSIGNED_TO_ON_SCENE -> targets.assignedToOnScene();
            case ON_SCENE_TO_OUTCOME -> targets.onSceneToOutcome();
            case OUTCOME_TO_REFERRED -> targets.outcomeToReferred();
        };
    }
}
