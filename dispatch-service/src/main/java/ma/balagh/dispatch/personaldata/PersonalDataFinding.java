package ma.balagh.dispatch.personaldata;

/**
 * Where a text says something of a person.
 *
 * @param language of the text: {@code ar}, {@code fr} or {@code en}
 * @param from its first character in the text, in UTF-16 units
 * @param to the one behind it
 * @param excerpt what stands there
 */
public record PersonalDataFinding(String language, PersonalDataKind kind, int from, int to, String excerpt) {}
