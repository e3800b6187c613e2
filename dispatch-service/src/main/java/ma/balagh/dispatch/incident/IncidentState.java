package ma.balagh.dispatch.incident;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where an incident stands:
 *
 * <pre>
 * OPEN ──▶ ASSIGNED ──▶ EN_ROUTE ──▶ ON_SCENE ──▶ RESOLVED ──▶ REFERRED
 *  ▲ │        │             │            │            ▲
 *  │ │        └─────────────┴────────────┤            │
 *  └─┼───────────────────────────────────┘ withdrawn  │
 *    └────────────────────────────────────────────────┘ once attended
 * </pre>
 *
 * Each state offers its legal transitions and nothing else. A unit that is cleared before the outcome is withdrawn and
 * the incident is open for another one; if a unit has been on the scene, the outcome can still be told.
 */
sealed interface IncidentState {

    Name name();

    /** Whether a unit has been on the scene. */
    boolean attended();

    /** How states are called in the database and in the interface. */
    @Schema(name = "IncidentState")
    enum Name {
        OPEN,
        ASSIGNED,
        EN_ROUTE,
        ON_SCENE,
        RESOLVED,
        REFERRED
    }

    /** An incident that no unit is on. */
    static Vacant vacant(boolean attended) {
        return attended ? new OpenAgain() : new Open();
    }

    /** A state that a unit is engaged in and can be withdrawn from. */
    sealed interface Engaged extends IncidentState {

        default Vacant withdraw() {
            return vacant(attended());
        }
    }

    /** A state that the outcome can be told in. */
    sealed interface Attended extends IncidentState {

        default Resolved resolve(Outcome outcome) {
            return new Resolved(outcome);
        }
    }

    /** A state that a unit can be sent in. */
    sealed interface Vacant extends IncidentState {

        default Assigned assign() {
            return new Assigned(attended());
        }

        @Override
        default Name name() {
            return Name.OPEN;
        }
    }

    /** No unit is on it, and none has ever been. */
    record Open() implements Vacant {

        @Override
        public boolean attended() {
            return false;
        }
    }

    /** The units that were on the scene have been cleared; shown as open. */
    record OpenAgain() implements Vacant, Attended {

        @Override
        public boolean attended() {
            return true;
        }
    }

    record Assigned(boolean attended) implements Engaged {

        @Override
        public Name name() {
            return Name.ASSIGNED;
        }

        EnRoute depart() {
            return new EnRoute(attended);
        }
    }

    record EnRoute(boolean attended) implements Engaged {

        @Override
        public Name name() {
            return Name.EN_ROUTE;
        }

        OnScene arrive() {
            return new OnScene();
        }
    }

    record OnScene() implements Engaged, Attended {

        @Override
        public Name name() {
            return Name.ON_SCENE;
        }

        @Override
        public boolean attended() {
            return true;
        }
    }

    record Resolved(Outcome outcome) implements IncidentState {

        @Override
        public Name name() {
            return Name.RESOLVED;
        }

        @Override
        public boolean attended() {
            return true;
        }

        /** Only somebody who is known can be presented to a prosecutor. */
        boolean isReferable() {
            return outcome.isSomebodyKnown();
        }

        Referred refer(Referral referral) {
            return new Referred(outcome, referral);
        }
    }

    record Referred(Outcome outcome, Referral referral) implements IncidentState {

        @Override
        public Name name() {
            return Name.REFERRED;
        }

        @Override
        public boolean attended() {
            return true;
        }
    }
}
