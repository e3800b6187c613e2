package ma.balagh.analysis.rendition;

/** How far a rendition is. */
enum RenditionState {
    QUEUED,
    RUNNING,
    READY,
    /** It cannot be made. */
    FAILED,
    /** Nobody looked at it for long: its bytes are gone, what was done is not. */
    EXPIRED
}
