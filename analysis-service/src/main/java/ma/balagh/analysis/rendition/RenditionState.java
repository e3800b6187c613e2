package ma.balagh.analysis.rendition;

/** How far a rendition is. */
enum RenditionState {
    QUEUED,
    RUNNING,
    READY,
    /** It cannot be made. */
    FAILED,
    /** Nobody looked at it for long, or its evidence was erased: its bytes are gone, what was done is not. */
    EXPIRED
}
