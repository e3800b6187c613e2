package ma.balagh.analysis.footage;

/** What was done to footage before it became that of another medium. */
public enum AlterationKind {
    /** Only a part of its time is here. */
    TRIMMED,
    /** There is more here than it. */
    EMBEDDED,
    FASTER,
    SLOWER,
    /** It is played backwards. */
    REVERSED,
    /** Its parts stand in another order. */
    RECUT,
    /** Pictures of single moments stand here for a while. */
    STILLS,
    /** Only a part of its picture is here. */
    CROPPED,
    /** Its picture has bars or a border around it. */
    FRAMED,
    /** Its picture stands in a part of this one. */
    INSET,
    /** Dark and light are exchanged. */
    INVERTED,
    /** Its picture is a little turned, or filmed at an angle. */
    TILTED,
    SAME_SOUND,
    SHIFTED_SOUND,
    OTHER_SOUND,
    /** One of both media has no sound. */
    NO_SOUND
}
