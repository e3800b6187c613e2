package ma.balagh.dispatch.runcard;

/** What a unit is sent to an incident for. */
public enum AssignmentRole {
    /** Speaks with the persons concerned and leads what happens on the scene. */
    LEAD,
    /** Helps the one that leads. */
    SUPPORT,
    /** Looks for whoever fled. */
    SEARCH,
    /** Holds a place or a road. */
    CORDON,
    /** Cares for the injured. */
    MEDICAL
}
