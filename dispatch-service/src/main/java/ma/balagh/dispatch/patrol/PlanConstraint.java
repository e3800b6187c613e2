package ma.balagh.dispatch.patrol;

/** What a plan is measured by. */
enum PlanConstraint {
    /** Hard: a unit is at one place at a time, has had its way there, and its break. */
    UNIT_OVERLAP,
    /** Hard: two visits of one place are apart. */
    SPOT_TOO_SOON,
    /** Medium: a place gets the visits that it is to have. The second one that it lacks weighs more than the first. */
    DOSAGE,
    /** Medium: what cannot be done is shared between districts. */
    DISTRICT_SHARE,
    /** Soft: time on the way. */
    TRAVEL,
    /** Soft: units have about the same to do. */
    WORKLOAD,
    /** Soft: a repair changes what it must. */
    CHANGE
}
