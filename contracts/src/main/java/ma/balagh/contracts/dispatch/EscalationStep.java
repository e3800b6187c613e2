package ma.balagh.contracts.dispatch;

/** Who or what is called for when a stage lasts too long, in order. */
public enum EscalationStep {
    /** The next unit of the recommendation is named to the dispatcher. */
    NEXT_UNIT_PROPOSED,
    /** That unit is sent without a person, where the jurisdiction wants so. */
    UNIT_SENT,
    SUPERVISOR,
    COMMANDER
}
