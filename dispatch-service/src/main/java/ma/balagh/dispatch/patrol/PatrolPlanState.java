package ma.balagh.dispatch.patrol;

/** How far a plan is. */
enum PatrolPlanState {
    /** It is computed. */
    SOLVING,
    /** It waits for a commander. */
    PROPOSED,
    /** Units go by it. */
    APPROVED,
    /** It could not be computed. */
    FAILED,
    /** A commander took it back, before or after its approval. */
    WITHDRAWN
}
