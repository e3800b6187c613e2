package ma.balagh.intake.relevance;

/** The part of an item that contains a term. */
public enum ItemPart {
    TITLE,
    TEXT,
    TAG
}
