package ma.balagh.dispatch.personaldata;

/**
 * Where a searched text says something of a person.
 *
 * @param from the first character of it, in the folded text
 * @param to the one behind it
 */
record DataSpan(PersonalDataKind kind, int from, int to) {

    boolean overlaps(DataSpan other) {
        return from < other.to && other.from < to;
    }

    int length() {
        return to - from;
    }
}
