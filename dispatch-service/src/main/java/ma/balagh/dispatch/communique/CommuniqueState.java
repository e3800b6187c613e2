package ma.balagh.dispatch.communique;

/** How far a communiqué is. Approved, it is published at its time, without another act. */
enum CommuniqueState {
    DRAFT,
    APPROVED,
    RETRACTED
}
