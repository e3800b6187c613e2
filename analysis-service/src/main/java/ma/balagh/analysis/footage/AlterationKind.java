package ma.balagh.analysis.footage;

/** What was done to the footage of one medium, the source, before it became that of another, the copy. */
public enum AlterationKind {
    /** The copy has only a part of the source's time. */
    TRIMMED,
    /** The copy shows other things, too. */
    EMBEDDED,
    FASTER,
    SLOWER,
    /** It is played backwards. */
    REVERSED,
    /** Its parts follow each other in another order. */
    RECUT,
    /** The copy shows single pictures of it for a while each. */
    STILLS,
    /** The copy shows only a part of the picture. */
    CROPPED,
    /** The copy has bars or a border around the picture. */
    FRAMED,
    /** The picture fills only a part of the copy's. */
    INSET,
    /** Dark and light are exchanged. */
    INVERTED,
    /** The picture is a little turned, or filmed at an angle. */
    TILTED,
    SAME_SOUND,
    SHIFTED_SOUND,
    OTHER_SOUND,
    /** One of both media has no sound. */
    NO_SOUND
}
