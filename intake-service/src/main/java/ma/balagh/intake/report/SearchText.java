package ma.balagh.intake.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody typed to find reports, taken apart. Any text is one; at worst it has nothing to look for.
 *
 * @param words what PostgreSQL's {@code websearch_to_tsquery} is given: no signs but its own quotes and minus
 * @param spelled those of the words that may be misspelt: neither quoted nor excluded
 * @param addresses parts of an address, each of which is asked for
 */
record SearchText(String words, String spelled, List<Address> addresses) {

    /** Part of an address: as a pattern for {@code ilike} and as words, for a report that only tells of it. */
    record Address(String pattern, String words) {}

    private static final Pattern QUOTE = Pattern.compile("[\"«»“”„]");
    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    /** Marks and signs that are not seen belong to words: the database folds them away, as in reports. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{Cf}]+");
    /** French l', d', qu' and the like: not part of the word that is meant. */
    private static final Pattern ELISION =
            Pattern.compile("^(?:[cdjlmnst]|qu)['’](?=\\p{L})", Pattern.CASE_INSENSITIVE);

    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?://)?(?:www\\.)?(\\S*?[\\p{L}\\p{N}](?:/|\\.\\p{L})\\S*?)[/.,;:!?،؛؟]*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WILDCARD = Pattern.compile("[\\\\%_]");

    SearchText {
        addresses = List.copyOf(addresses);
    }

    static SearchText of(String text) {
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

    boolean isEmpty() {
        return words.isEmpty() && addresses.isEmpty();
    }

    private static List<String> split(String text) {
        return BETWEEN_WORDS.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    }

    private static final class Reading {

        private final List<String> words = new ArrayList<>();
        private final List<String> spelled = new ArrayList<>();
        private final List<Address> addresses = new ArrayList<>();
        /** A part of an address cannot be an alternative of words; then it is looked for as words. */
        private final boolean looksForAddresses;

        private boolean excludesNext;

        Reading(boolean looksForAddresses) {
            this.looksForAddresses = looksForAddresses;
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
            Matcher address = ADDRESS.matcher(bare);
            if (looksForAddresses && !excluded && address.matches()) {
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
                    addresses);
        }
    }
}
