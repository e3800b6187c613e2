package ma.balagh.dispatch.campaign;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes what is published of a month. Each count gets noise of its own, zeros and the counts of the whole country too, so
 * that what follows from all of them together says no more than each of them does (ADR 069).
 */
final class MonthRedactor {

    /** The whole country. */
    static final String COUNTRY = "MA";

    /** A published time is rounded up to one of these, in seconds. */
    private static final long[] STEPS = {
        1,
        2,
        5,
        10,
        20,
        30,
        60,
        120,
        300,
        600,
        900,
        1_800,
        3_600,
        7_200,
        14_400,
        28_800,
        43_200,
        86_400,
        172_800,
        259_200,
        432_000,
        604_800,
        1_209_600,
        2_592_000,
        5_184_000,
        7_776_000,
        15_552_000,
        31_536_000
    };

    private final NoiseGenerator noise;
    private final Set<String> areas;
    private final int smallestMedian;
    private final int smallestTail;

    /** @param areas all that there are, whether or not anything happened there */
    MonthRedactor(NoiseGenerator noise, Set<String> areas, int smallestMedian, int smallestTail) {
        this.noise = noise;
        this.areas = new TreeSet<>(areas);
        this.smallestMedian = smallestMedian;
        this.smallestTail = smallestTail;
    }

    List<NoisyCount> counts(YearMonth month, MonthCounts happened) {
        var published = new ArrayList<NoisyCount>();
        for (var measure : CampaignMeasure.values()) {
            published.add(noisy(month, COUNTRY, measure, happened.of(measure)));
            for (var area : areas) {
                published.add(noisy(month, area, measure, happened.of(area, measure)));
            }
        }
        return published;
    }

    List<CoarsePace> paces(YearMonth month, List<MonthPace> measured) {
        return measured.stream()
                .filter(pace -> pace.area().equals(COUNTRY) || areas.contains(pace.area()))
                .filter(pace -> enough(month, pace) >= smallestMedian)
                .map(pace -> new CoarsePace(
                        month,
                        pace.area(),
                        pace.stage(),
                        coarse(pace.p50()),
                        enough(month, pace) >= smallestTail ? coarse(pace.p95()) : null))
                .toList();
    }

    /**
     * What waits may wait for many months: its noise is that of its number, for else the mean of the months would tell it.
     * What happened in a month happened in that one alone.
     */
    private NoisyCount noisy(YearMonth month, String area, CampaignMeasure measure, long count) {
        String cell = String.join("|", area, measure.name(), measure.isStock() ? "n" + count : month.toString());
        return new NoisyCount(month, area, measure, (int) count + noise.noise(cell));
    }

    private long enough(YearMonth month, MonthPace pace) {
        return pace.samples()
                + noise.noise(String.join("|", pace.area(), pace.stage().name(), month.toString()));
    }

    static long coarse(double seconds) {
        for (long step : STEPS) {
            if (seconds <= step) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }
}
