package ma.balagh.dispatch;

/** The same in each language. */
public record TranslatedText(String ar, String fr, String en) {}
