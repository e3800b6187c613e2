package ma.balagh.intake.relevance;

/** The part of an item that has a term. */
public enum ItemPart {
    TITLE,
    TEXT,
    TAG
}
