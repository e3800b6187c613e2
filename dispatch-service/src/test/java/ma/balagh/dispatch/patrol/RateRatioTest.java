package ma.balagh.dispatch.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.balagh.dispatch.patrol.PatrolEffectView.AreaEffectView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of the effect of patrols is right as often as it claims to be. */
class RateRatioTest {

    private static final double EXACTLY = 1e-6;

    private static final PatrolConfig.Effect CONFIG = new PatrolConfig.Effect() {
        @Override
        public Duration longest() {
            return Duration.ofDays(365);
        }

        @Override
        public Duration settle() {
            return Duration.ofDays(14);
        }

        @Override
        public int leastWeeks() {
            return 8;
        }

        @Override
        public int leastIncidents() {
            return 10;
        }
    };

    /**
     * The first are the cases of lung cancer of Danish cities in the documentation of {@code poisson.test} of R 4; the second
     * the same turned round; the third equal counts.
     */
    @ParameterizedTest
    @CsvSource({
        "21, 3011, 11, 800, 1.97148810, 0.85842640, 4.27726594",
        "11, 800, 21, 3011, 0.50723106, 0.23379420, 1.16492224",
        "25, 1000, 25, 1000, 1.0, 0.55104408, 1.81473686"
    })
    void equalsWhatIsPublished(
            int before, double beforeTime, int after, double afterTime, double ratio, double from, double to) {
        // When
        var computed = RateRatio.of(before, beforeTime, after, afterTime);

        // Then
        assertThat(computed.ratio()).isCloseTo(ratio, within(EXACTLY));
        assertThat(computed.from()).isCloseTo(from, within(EXACTLY));
        assertThat(computed.to()).isCloseTo(to, within(EXACTLY));
        assertThat(computed.verdict()).isEqualTo(EffectVerdict.UNCLEAR);
    }

    @Test
    void hasNoBoundWhereNothingHappened() {
        assertThat(RateRatio.of(12, 1, 0, 1)).satisfies(ratio -> {
            assertThat(ratio.ratio()).isZero();
            assertThat(ratio.from()).isZero();
            assertThat(ratio.verdict()).isEqualTo(EffectVerdict.FEWER);
        });
        assertThat(RateRatio.of(0, 1, 12, 1)).satisfies(ratio -> {
            assertThat(ratio.ratio()).isNull();
            assertThat(ratio.to()).isNull();
            assertThat(ratio.verdict()).isEqualTo(EffectVerdict.MORE);
        });
    }

    @Test
    void seesAnEffectWhereThereIsNoneAtMostAsOftenAsItSays() {
        // Given 2,000 places at which as much happens after the first visit as before
        var chance = new Random(2016);

        // When
        var verdicts = IntStream.range(0, 2_000)
                .mapToObj(place -> simulated(chance, 0.5 + chance.nextDouble(), 1))
                .map(AreaEffectView::verdict)
                .toList();

        // Then: one in twenty at most, but for what chance adds to that in so many
        assertThat(verdicts).doesNotContain(EffectVerdict.TOO_FEW);
        assertThat(share(verdicts, EffectVerdict.FEWER) + share(verdicts, EffectVerdict.MORE))
                .isBetween(0.01, 0.05 + 3 * Math.sqrt(0.05 * 0.95 / verdicts.size()));
    }

    @Test
    void seesThatLessThanHalfIsLeft() {
        // Given
        var chance = new Random(2017);

        // When
        var verdicts = IntStream.range(0, 500)
                .mapToObj(place -> simulated(chance, 1.5, 0.4))
                .map(AreaEffectView::verdict)
                .toList();

        // Then
        assertThat(share(verdicts, EffectVerdict.FEWER)).isGreaterThan(0.9);
        assertThat(share(verdicts, EffectVerdict.MORE)).isZero();
    }

    @Test
    void holdsTheTrueRatioBetweenItsBoundsAsOftenAsItSays() {
        // Given
        var chance = new Random(2018);
        double truth = 0.7;

        // When
        long held = IntStream.range(0, 2_000)
                .mapToObj(place -> simulated(chance, 0.6, truth))
                .filter(area ->
                        area.from() != null && area.from() <= truth && (area.to() == null || area.to() >= truth))
                .count();

        // Then
        assertThat(held / 2_000.0).isGreaterThan(0.95 - 3 * Math.sqrt(0.05 * 0.95 / 2_000));
    }

    @Test
    void saysNothingTooSoonOrOfTooFew() {
        // Given
        var first = Instant.parse("2026-03-01T00:00:00Z");
        var many = Collections.nCopies(40, first.minus(Duration.ofDays(30)));
        var calculator = new EffectCalculator(CONFIG);

        // Then: verdicts of the last two weeks are not there yet
        assertThat(compare(calculator, first, Instant.EPOCH, first.plus(Duration.ofDays(69)), many))
                .isEqualTo(EffectVerdict.TOO_FEW);
        assertThat(compare(calculator, first, Instant.EPOCH, first.plus(Duration.ofDays(71)), many))
                .isEqualTo(EffectVerdict.FEWER);
        assertThat(compare(calculator, first, Instant.EPOCH, first.plus(Duration.ofDays(71)), many.subList(0, 9)))
                .isEqualTo(EffectVerdict.TOO_FEW);
        assertThat(compare(calculator, first, first.minus(Duration.ofDays(50)), first.plus(Duration.ofDays(71)), many))
                .isEqualTo(EffectVerdict.TOO_FEW);
        assertThat(compare(
                        calculator, first, first.plus(Duration.ofDays(1)), first.plus(Duration.ofDays(1)), List.of()))
                .isEqualTo(EffectVerdict.TOO_FEW);
    }

    @Test
    void countsNoIncidentOutsideTheTwoTimes() {
        // Given
        var first = Instant.parse("2026-03-01T00:00:00Z");
        var now = first.plus(Duration.ofDays(100));
        var period = EffectPeriod.around(first, Instant.EPOCH, now, CONFIG);
        var happened = Stream.of(-366L, -365L, -1L, 0L, 85L, 86L, 99L)
                .map(day -> first.plus(Duration.ofDays(day)))
                .toList();

        // Then
        assertThat(period.before(happened)).isEqualTo(2);
        assertThat(period.after(happened)).isEqualTo(2);
    }

    private static EffectVerdict compare(
            EffectCalculator calculator, Instant first, Instant known, Instant now, List<Instant> happened) {
        return calculator
                .compare(EffectPeriod.around(first, known, now, CONFIG), happened)
                .verdict();
    }

    /** A year at that rate a week, and half a year at that many times the rate. */
    private static AreaEffectView simulated(Random chance, double rate, double times) {
        var first = Instant.parse("2026-03-01T00:00:00Z");
        var now = first.plus(Duration.ofDays(182 + 14));
        var happened = new ArrayList<>(poisson(chance, first.minus(Duration.ofDays(365)), first, rate));
        happened.addAll(poisson(chance, first, now, rate * times));
        return new EffectCalculator(CONFIG).compare(EffectPeriod.around(first, Instant.EPOCH, now, CONFIG), happened);
    }

    private static List<Instant> poisson(Random chance, Instant from, Instant to, double weekly) {
        var happened = new ArrayList<Instant>();
        var at = from;
        while (true) {
            double weeks = -Math.log(1 - chance.nextDouble()) / weekly;
            at = at.plusSeconds(Math.round(weeks * Duration.ofDays(7).toSeconds()));
            if (!at.isBefore(to)) {
                return happened;
            }
            happened.add(at);
        }
    }

    private static double share(List<EffectVerdict> verdicts, EffectVerdict wanted) {
        return verdicts.stream().filter(each -> each == wanted).count() / (double) verdicts.size();
    }
}
