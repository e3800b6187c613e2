package ma.balagh.intake.relevance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import ma.balagh.intake.claimtime.ClaimedTimeParser;
import ma.balagh.intake.place.Gazetteer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.jspecify.annotations.Nullable;

/**
 * What reading one text of 20,000 characters costs, the longest that is looked at, against 500 terms, in processor time of
 * one thread, which a busy machine hardly changes. The yardstick is Lucene's analyzer for Arabic over the same text, and
 * nothing else. {@code PRESS} is like an article, {@code DENSE} has nothing but terms, places and times, {@code HOSTILE} is
 * one word that many terms begin with.
 */
public final class RelevanceScoreBenchmark {

    private static final int LENGTH = 20_000;
    private static final int TERMS = 500;
    private static final int WARMING = 600;
    private static final int ROUNDS = 10;
    private static final int TIMES = 20;

    private enum Kind {
        PRESS(
                "أعلنت المديرية العامة للأمن الوطني أن عناصرها بمدينة الدار البيضاء فتحت بحثا قضائيا تحت إشراف النيابة العامة"
                        + " المختصة بعد تداول شريط فيديو على مواقع التواصل الاجتماعي. Selon une source proche du dossier, les faits"
                        + " se sont produits hier soir vers 22h30 dans un quartier périphérique de la ville. "),
        DENSE(
                "كريساج بالسلاح الأبيض البارحة في كازا سرقة بالخطف vol à l'arraché à Fès hier agression en direct du match "),
        HOSTILE("سرقة ");

        private final String text;

        Kind(String sample) {
            text = sample.repeat(LENGTH / sample.length() + 1).substring(0, LENGTH);
        }
    }

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private @Nullable Object seen;

    private RelevanceScoreBenchmark() {}

    /** Prints the least time of ten rounds, and how many times the yardstick that is. */
    public static void main(String[] arguments) {
        new RelevanceScoreBenchmark().measure();
    }

    private void measure() {
        List<Term> delivered = BuiltInTermsReader.read().terms();
        TermMatcher vocabulary = TermMatcher.of(1, new TermList(30, delivered.subList(0, TERMS)));
        Gazetteer gazetteer = new Gazetteer();
        ClaimedTimeParser times = new ClaimedTimeParser();
        Analyzer arabic = new ArabicAnalyzer();
        Instant published = Instant.parse("2026-11-25T18:00:00Z");
        ZoneId zone = ZoneId.of("Africa/Casablanca");
        for (Kind kind : Kind.values()) {
            double yardstick = milliseconds(() -> tokens(arabic, kind.text));
            print(kind, "Lucene's Arabic analyzer", yardstick, yardstick);
            print(
                    kind,
                    "scored",
                    milliseconds(() -> RelevanceService.assess(vocabulary, null, kind.text, "ar", List.of())),
                    yardstick);
            print(kind, "places", milliseconds(() -> gazetteer.find(kind.text)), yardstick);
            print(kind, "times", milliseconds(() -> times.read(kind.text, published, zone)), yardstick);
        }
    }

    private double milliseconds(Supplier<Object> work) {
        for (int i = 0; i < WARMING; i++) {
            seen = work.get();
        }
        double least = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < TIMES; i++) {
                seen = work.get();
            }
            least = Math.min(least, (threads.getCurrentThreadCpuTime() - begin) / 1e6 / TIMES);
        }
        return least;
    }

    private static Object tokens(Analyzer analyzer, String text) {
        int tokens = 0;
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            stream.reset();
            while (stream.incrementToken()) {
                tokens++;
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    private void print(Kind kind, String work, double milliseconds, double yardstick) {
        System.out.printf(
                "%-8s %-26s %7.2f ms %6.1f×%s%n",
                kind, work, milliseconds, milliseconds / yardstick, seen == null ? "?" : "");
    }
}
