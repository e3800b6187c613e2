package ma.balagh.dispatch.personaldata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.balagh.wording.FoldedText;

/**
 * A text as it is searched: without marks, invisible characters, tatweel and forms of letters, in small letters and
 * ASCII's digits, with letters of other scripts that look like Latin ones in their place. Knows where in the original each
 * character stands.
 */
final class SearchableText {

    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}\\p{N}']*+");
    private static final Pattern HASHTAG = Pattern.compile("#([a-z][a-z0-9]{3,80})");
    /** In small letters before a capital: d'Ouahbi, but not D'Angelo. */
    private static final Pattern ELISION = Pattern.compile("(?:d|qu|jusqu|lorsqu|puisqu)'(?=\\p{L})");

    /** Each looks like the Latin letter, separator or dash below it. */
    private static final String LOOKALIKES = "аеорсухіјѕкмтвнαορετνυικ٫٬،؛‐‑‒–—―−¦│∕⁄";

    private static final String PLAIN = "aeopcyxijskmtbhaopetvuik.,,;-------||//";

    private final String original;
    private final FoldedText folded;
    private final String text;

    private SearchableText(String original, FoldedText folded) {
        this.original = original;
        this.folded = folded;
        this.text = plain(folded.text());
    }

    static SearchableText of(String original) {
        return new SearchableText(original, FoldedText.of(original));
    }

    private static String plain(String text) {
        var plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            int at = LOOKALIKES.indexOf(plain.charAt(i));
            if (at >= 0) {
                plain.setCharAt(i, PLAIN.charAt(at));
            }
        }
        return plain.toString();
    }

    String text() {
        return text;
    }

    /** Whether all letters of the part are capitals in the original. */
    boolean isWrittenInCapitals(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isLetter(text.charAt(i)) && !isCapital(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the letter is a capital in the original. */
    boolean isCapital(int index) {
        int point = original.codePointAt(folded.origin(index));
        // Letters of mathematics are written in both cases, and have none.
        return Character.isUpperCase(point) || Character.isTitleCase(point) || point > Character.MAX_VALUE;
    }

    /** Words in their order, without what French elides before a name; digits may follow the letters of one. */
    List<TextToken> tokens() {
        var tokens = new ArrayList<TextToken>();
        var words = WORD.matcher(text);
        int end = 0;
        while (words.find()) {
            String gap = text.substring(end, words.start());
            int start = behindElision(words.start(), words.end());
            end = words.end();
            tokens.add(new TextToken(
                    text.substring(start, end),
                    folded.written(start, end).strip(),
                    start,
                    end,
                    isCapital(start),
                    isWrittenInCapitals(start, end),
                    gap));
        }
        return tokens;
    }

    /** The words of hashtags that are written together, each with a capital: #JusticePourNadia. */
    List<TextToken> hashtagWords() {
        var tokens = new ArrayList<TextToken>();
        var hashtags = HASHTAG.matcher(text);
        while (hashtags.find()) {
            int from = hashtags.start(1);
            for (int i = from + 1; i <= hashtags.end(1); i++) {
                if (i == hashtags.end(1) || isCapital(i) && !isCapital(i - 1)) {
                    tokens.add(new TextToken(
                            text.substring(from, i),
                            folded.written(from, i).strip(),
                            from,
                            i,
                            isCapital(from),
                            false,
                            "#"));
                    from = i;
                }
            }
        }
        return tokens;
    }

    private int behindElision(int from, int to) {
        var elision = ELISION.matcher(text).region(from, to);
        return elision.lookingAt() && !isCapital(from) && isCapital(elision.end()) ? elision.end() : from;
    }

    /** What is found, in order: of one kind what overlaps is one, of several kinds the longest alone remains. */
    List<PersonalDataFinding> findings(String language, Stream<DataSpan> spans) {
        var kept = new TreeMap<Integer, DataSpan>();
        united(spans).stream()
                .sorted(Comparator.comparing(DataSpan::length).reversed())
                .filter(span -> isFree(kept, span))
                .forEach(span -> kept.put(span.from(), span));
        return kept.values().stream().map(span -> finding(language, span)).toList();
    }

    /** Those that are kept do not overlap, so only the last that begins before another's end can overlap it. */
    private static boolean isFree(TreeMap<Integer, DataSpan> kept, DataSpan span) {
        var before = kept.lowerEntry(span.to());
        return before == null || !before.getValue().overlaps(span);
    }

    private static List<DataSpan> united(Stream<DataSpan> spans) {
        var united = new ArrayList<DataSpan>();
        spans.sorted(Comparator.comparing(DataSpan::kind).thenComparing(DataSpan::from))
                .forEach(span -> {
                    var last = united.isEmpty() ? null : united.getLast();
                    if (last != null && last.kind() == span.kind() && last.overlaps(span)) {
                        united.set(
                                united.size() - 1,
                                new DataSpan(span.kind(), last.from(), Math.max(last.to(), span.to())));
                    } else {
                        united.add(span);
                    }
                });
        return united;
    }

    private PersonalDataFinding finding(String language, DataSpan span) {
        String excerpt = folded.written(span.from(), span.to()).stripTrailing();
        int from = folded.origin(span.from());
        return new PersonalDataFinding(language, span.kind(), from, from + excerpt.length(), excerpt);
    }
}
