package ma.balagh.dispatch.personaldata;

import java.util.List;

/**
 * What the records behind a text say, and the text must not.
 *
 * @param words as they stand there: exact places, references, call signs
 * @param accounts what people wrote about it: the names in them are looked for in the text, in every script
 * @param around what people wrote about other matters of that time, of which the text may tell: of the names in them only what
 *     is hardly anything else is looked for
 */
public record KnownDetails(List<String> words, List<String> accounts, List<String> around) {

    public static final KnownDetails NONE = new KnownDetails(List.of(), List.of());

    public KnownDetails {
        words = List.copyOf(words);
        accounts = List.copyOf(accounts);
        around = List.copyOf(around);
    }

    public KnownDetails(List<String> words, List<String> accounts) {
        this(words, accounts, List.of());
    }
}
