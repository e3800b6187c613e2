package ma.balagh.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody typed into a search, taken apart. Any text is one; at worst it has nothing to look for.
 *
 * @param words what PostgreSQL's {@code websearch_to_tsquery} is given: no signs but its own quotes and minus
 * @param spelled those of the words that may be misspelt: neither quoted nor excluded
 * @param addresses parts of an address, each of which is asked for
 * @param identifiers what may be the name of one thing, each of which is asked for
 */
public record SearchText(String words, String spelled, List<Address> addresses, List<Identifier> identifiers) {

    /** Part of an address: as a pattern for {@code ilike} and as words, for a report that only tells of it. */
    public record Address(String pattern, String words) {}

    /** What a page prints to name one thing. */
    public enum IdentifierKind {
        /** Of a report: {@code BLG-7XK2-9QFM-0T3R-VW8D}. */
        RECEIPT,
        /** A whole id. */
        ID,
        /** The last six digits of an id, as pages print it; it may as well be a word or a number. */
        SHORT_ID,
        /** A SHA-256 in hexadecimal, or how it begins: at least eight digits. */
        DIGEST
    }

    /**
     * A name of one thing.
     *
     * @param text in lower case, a receipt in capitals
     * @param words the same as words, for a text that only tells of it
     */
    public record Identifier(IdentifierKind kind, String text, String words) {}

    /** Unicode counts them among the letters; in French texts they are apostrophes. */
    private static final String LETTERS_FOR_APOSTROPHES = "\\u02b9\\u02bb\\u02bc\\u02bd\\u02c8";

    private static final Pattern QUOTE = Pattern.compile("[\"«»“”„]");
    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    /** Marks and signs that are not seen belong to words: the database folds them away, as in reports. */
    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("(?:[^\\p{L}\\p{M}\\p{N}\\p{Cf}]|[" + LETTERS_FOR_APOSTROPHES + "])++");
    /** French l', d', qu' and the like: not part of the word that is meant. */
    private static final Pattern ELISION = Pattern.compile(
            "^(?:[cdjlmnst]|qu)['’‘′´`" + LETTERS_FOR_APOSTROPHES + "](?=\\p{L})", Pattern.CASE_INSENSITIVE);

    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?://)?(?:www\\.)?(\\S*?[\\p{L}\\p{N}](?:/|\\.\\p{L})\\S*?)[/.,;:!?،؛؟]*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WILDCARD = Pattern.compile("[\\\\%_]");

    /** Signs of the sentence around it are not part of an identifier. */
    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

    private static final Pattern RECEIPT = Pattern.compile("BLG(?:-?[0-9A-Z]{4}){4}", Pattern.CASE_INSENSITIVE);
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern SHORT_ID = Pattern.compile("\\p{XDigit}{6}");
    private static final Pattern DIGEST = Pattern.compile("\\p{XDigit}{8,64}");

    public SearchText {
        addresses = List.copyOf(addresses);
        identifiers = List.copyOf(identifiers);
    }

    SearchText(String words, String spelled, List<Address> addresses) {
        this(words, spelled, addresses, List.of());
    }

    public static SearchText of(String text) {
        String[] parts = QUOTE.split(text, -1);
        boolean hasOr = Stream.of(SPACE.split(text)).anyMatch("or"::equalsIgnoreCase);
        var reading = new Reading(!hasOr);
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 1) {
                reading.quoted(parts[i]);
            } else {
                reading.plain(parts[i]);
            }
        }
        return reading.end();
    }

    public boolean isEmpty() {
        return words.isEmpty() && addresses.isEmpty() && identifiers.isEmpty();
    }

    private static List<String> split(String text) {
        return BETWEEN_WORDS.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    }

    private static Optional<Identifier> identifier(String token) {
        return Stream.of(IdentifierKind.values())
                .filter(kind -> pattern(kind).matcher(token).matches())
                .findFirst()
                .map(kind -> new Identifier(
                        kind,
                        kind == IdentifierKind.RECEIPT
                                ? token.toUpperCase(Locale.ROOT)
                                : token.toLowerCase(Locale.ROOT),
                        String.join(" ", split(token))));
    }

    private static Pattern pattern(IdentifierKind kind) {
        return switch (kind) {
            case RECEIPT -> RECEIPT;
            case ID -> ID;
            case SHORT_ID -> SHORT_ID;
            case DIGEST -> DIGEST;
        };
    }

    private static final class Reading {

        private final List<String> words = new ArrayList<>();
        private final List<String> spelled = new ArrayList<>();
        private final List<Address> addresses = new ArrayList<>();
        private final List<Identifier> identifiers = new ArrayList<>();
        /** Neither a part of an address nor an identifier is an alternative of words; then it is looked for as words. */
        private final boolean looksForNames;

        private boolean excludesNext;

        Reading(boolean looksForNames) {
            this.looksForNames = looksForNames;
        }

        void quoted(String text) {
            add(split(text), excludesNext);
            excludesNext = false;
        }

        void plain(String text) {
            excludesNext = text.endsWith("-")
                    && (text.length() == 1 || Character.isWhitespace(text.charAt(text.length() - 2)));
            SPACE.splitAsStream(text).filter(token -> !token.isEmpty()).forEach(this::token);
        }

        private void token(String token) {
            boolean excluded = token.startsWith("-");
            String bare = excluded ? token.substring(1) : token;
            if (bare.equalsIgnoreCase("or")) {
                words.add("or");
                return;
            }
            Optional<Identifier> identifier =
                    looksForNames && !excluded ? identifier(AROUND.matcher(bare).replaceAll("")) : Optional.empty();
            if (identifier.isPresent()) {
                identifiers.add(identifier.get());
                return;
            }
            Matcher address = ADDRESS.matcher(bare);
            if (looksForNames && !excluded && address.matches()) {
                String part = address.group(1);
                addresses.add(new Address(
                        "%" + WILDCARD.matcher(part).replaceAll("\\\\$0") + "%", String.join(" ", split(part))));
                return;
            }
            List<String> found = split(ELISION.matcher(bare).replaceFirst(""));
            add(found, excluded);
            if (!excluded) {
                spelled.addAll(found);
            }
        }

        private void add(List<String> found, boolean excluded) {
            if (!found.isEmpty()) {
                String phrase = found.size() == 1
                        ? found.getFirst()
                        : found.stream().collect(Collectors.joining(" ", "\"", "\""));
                words.add((excluded ? "-" : "") + phrase);
            }
        }

        SearchText end() {
            boolean onlyOperators = words.stream().allMatch("or"::equals);
            return new SearchText(
                    onlyOperators ? "" : String.join(" ", words),
                    String.join(" ", spelled).toLowerCase(Locale.ROOT),
                    addresses,
                    identifiers);
        }
    }
}
