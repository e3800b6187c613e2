package ma.balagh.intake.place;

/** What a place is. */
public enum PlaceKind {
    /** A seat of a region or province, or more than 100,000 people. */
    CITY,
    TOWN,
    /** A part of a city. */
    DISTRICT
}
