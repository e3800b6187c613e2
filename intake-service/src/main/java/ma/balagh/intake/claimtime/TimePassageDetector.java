package ma.balagh.intake.claimtime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.balagh.wording.FoldedText;
import ma.balagh.wording.TextWord;

/**
 * Detects the passages of a text that may name a time: around words without which none of the patterns matches.
 * Patterns cost much more than a lookup in a set, so they are applied to these passages alone.
 */
final class TimePassageDetector {

    private static final int BEFORE = 50;
    private static final int AFTER = 40;

    /** Characters of all passages together; more of them are hardly about one event. */
    private static final int MOST = 6_000;

    private static final String JOINED = "وفبل";
    private static final Pattern HOUR = Pattern.compile("\\d{1,2}(?:h(?:\\d{2})?|[ap]m)");
    private static final Set<String> WORDS = words();

    private record Passage(int from, int to) {}

    private final String text;
    private final List<Passage> passages = new ArrayList<>();

    TimePassageDetector(FoldedText folded) {
        text = folded.text();
        int total = 0;
        for (TextWord word : folded.words()) {
            if (total < MOST && tells(word)) {
                int from = Math.max(0, word.from() - BEFORE);
                int to = Math.min(text.length(), word.to() + AFTER);
                boolean overlaps = !passages.isEmpty() && passages.getLast().to() >= from;
                Passage passage = new Passage(overlaps ? passages.removeLast().from() : from, to);
                total += overlaps ? Math.min(to - from, to - word.from()) : to - from;
                passages.add(passage);
            }
        }
    }

    /** Every place where the pattern fits. */
    void each(Pattern pattern, Consumer<MatchResult> taker) {
        Matcher matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        for (Passage passage : passages) {
            matcher.region(passage.from(), passage.to());
            while (matcher.find()) {
                taker.accept(matcher);
            }
        }
    }

    String between(int from, int to) {
        return text.substring(from, to);
    }

    private boolean tells(TextWord word) {
        String form = word.form();
        if (Character.isDigit(form.charAt(0))) {
            boolean mark = word.to() + 1 < text.length()
                    && ":/-.".indexOf(text.charAt(word.to())) >= 0
                    && Character.isDigit(text.charAt(word.to() + 1));
            return word.isNumber() ? mark : HOUR.matcher(form).matches();
        }
        return WORDS.contains(form)
                || form.length() > 3 && JOINED.indexOf(form.charAt(0)) >= 0 && WORDS.contains(form.substring(1));
    }

    private static Set<String> words() {
        Set<String> words = new HashSet<>();
        Stream.of(TimePhraseTable.MONTHS, TimePhraseTable.WEEKDAYS)
                .map(Map::keySet)
                .flatMap(Set::stream)
                .flatMap(word -> FoldedText.of(word).words().stream())
                .map(TextWord::form)
                .forEach(words::add);
        Stream.of(
                        "امس البارحه البارح امبارح لبارح اليوم اليومه ليوم ليوما الصباح صباح صباحا العشيه عشيه المسا مسا مساء الليله ليله الليل "
                                .split(" "),
                        "ليلا الاسبوع اسبوع السيمانه منذ قبل هادي يومين ساعتين اسبوعين شهرين دقيقتين سنتين عامين الساعه مع منتصف نص "
                                .split(" "),
                        ("hier aujourd yesterday today lbareh bareh lbarah barah lyoum lyouma lyom lyoma sbah lila matin soir nuit"
                                        + " midi night tonight morning evening semaine week simana y voici hadi qbel ago heure"
                                        + " heures h am pm minuit midnight maa noss")
                                .split(" "))
                .flatMap(Stream::of)
                .forEach(words::add);
        return Set.copyOf(words);
    }
}
