package ma.balagh.dispatch.communique;

/** How a communiqué that is published stands. */
enum PublicState {
    PUBLISHED,
    CORRECTED,
    RETRACTED
}
