package ma.balagh.dispatch.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.balagh.dispatch.TerritoryNameReader;
import ma.balagh.dispatch.campaign.CampaignRepository.PublishedMonth;
import ma.balagh.dispatch.clock.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Somebody knows all of a table but one count of 1 to 4, and subtracts: months from sums of months, cities from the country,
 * one version from another. Of a table with small counts left out this finds them all; of what is published, no more than
 * a guess.
 */
class DifferencingTest {

    /** As shipped: a setting that protects less makes these tests fail. */
    private static final CampaignConfig SHIPPED = shipped();

    private static final double EPSILON = SHIPPED.epsilon();
    private static final YearMonth MONTH = YearMonth.of(2026, 3);
    private static final List<String> CITIES = List.of("MA-CAS", "MA-RAB", "MA-FES", "MA-TNG", "MA-AGD", "MA-ZAG");
    private static final List<YearMonth> MONTHS =
            IntStream.range(0, 6).mapToObj(MONTH::plusMonths).toList();
    private static final int KEYS = 1_500;
    private static final int DRAWS = 20_000;

    /** Of 1, 2, 3 and 4, each as likely, blind guesses find a quarter; of two measurements with this noise, at most so many. */
    private static final double BEST_GUESS = 0.6;

    @Test
    void undoesSuppression() {
        // Given
        var counts = planted();
        var columns = MONTHS.stream().map(YearMonth::toString).toList();
        Map<String, Long> small = counts.entrySet().stream()
                .filter(cell -> cell.getValue() >= 1 && cell.getValue() <= 4)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        // When
        var recovered = new SuppressedTable(CITIES, columns, cell -> counts.getOrDefault(cell, 0L)).recover();

        // Then
        assertThat(small).hasSize(MONTHS.size());
        assertThat(recovered).isEqualTo(small);
    }

    /** Of two versions of a month the difference is one late report, with its city. */
    @Test
    void undoesSuppressionByVersions() {
        // Given
        var columns = List.of("2026-03");
        var before = new SuppressedTable(CITIES, columns, cell -> 20L);
        var after = new SuppressedTable(CITIES, columns, cell -> cell.startsWith("MA-ZAG") ? 21L : 20L);

        // Then
        assertThat(after.differences(before)).isEqualTo(Map.of("MA-ZAG|2026-03", 1L));
    }

    /** The published count itself, and the country without what is known of all other cities. */
    @Test
    void findsNoMoreThanAGuessFromCities() {
        double right = share(published -> {
            int own = published.own();
            int rest = published.country() - published.othersOfCountry();
            return Math.round((own + rest) / 2f);
        });

        assertThat(right).isLessThan(BEST_GUESS);
    }

    /** The sum of all months without the sum of all months but one. */
    @Test
    void findsNoMoreThanAGuessFromMonths() {
        double right = share(published -> published.sumWith() - published.sumWithout());

        assertThat(right).isLessThan(BEST_GUESS);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5})
    void leavesEveryOtherCountPossible(int count) {
        // Given
        var here = histogram(count);
        var next = histogram(count + 1);

        // Then: what is seen of one count is seen of the next one, at most e^ε times less often
        here.forEach((noisy, times) -> {
            if (times > DRAWS / 200) {
                double ratio = times / (double) next.getOrDefault(noisy, 0);
                assertThat(ratio).isBetween(Math.exp(-EPSILON) / 1.35, Math.exp(EPSILON) * 1.35);
            }
        });
    }

    /** Who asks again, or for what was restored from a backup, is shown the same; another month has noise of its own. */
    @Test
    void showsTheSameAgain() {
        var redactor = redactor(7);
        var happened = new MonthCounts(Map.of("MA-ZAG", Map.of(CampaignMeasure.TAKEN_IN, 3L)));

        assertThat(redactor.counts(MONTH, happened)).isEqualTo(redactor(7).counts(MONTH, happened));
        assertThat(redactor.counts(MONTH, happened).stream().map(NoisyCount::noisy))
                .isNotEqualTo(redactor.counts(MONTH.plusMonths(1), happened).stream()
                        .map(NoisyCount::noisy)
                        .toList());
    }

    /** What waits for a year is not told by the mean of twelve months. */
    @Test
    void givesWhatWaitsTheSameNoiseEachMonth() {
        var redactor = redactor(7);
        var happened = new MonthCounts(Map.of("MA-ZAG", Map.of(CampaignMeasure.WAITING_LONGER, 3L)));

        assertThat(IntStream.range(0, 12)
                        .mapToObj(month -> noisy(
                                redactor.counts(MONTH.plusMonths(month), happened),
                                "MA-ZAG",
                                CampaignMeasure.WAITING_LONGER))
                        .collect(Collectors.toSet()))
                .hasSize(1);
    }

    @Test
    void publishesNoFigureBelowTenAndAllOthersInFives() {
        // Given
        var seen = new TreeSet<Long>();
        var months = List.of(new PublishedMonth(MONTH, Instant.EPOCH));

        // When
        for (int key = 0; key < 200; key++) {
            var counts = redactor(key)
                    .counts(MONTH, new MonthCounts(Map.of("MA-ZAG", Map.of(CampaignMeasure.TAKEN_IN, key % 15L))));
            var shown = new FigureCalculator(TerritoryNameReader.load()).calculate(months, counts, List.of());
            Stream.concat(Stream.of(shown.country()), shown.areas().stream())
                    .map(area -> area.total().takenIn())
                    .filter(figure -> figure != null)
                    .forEach(seen::add);
        }

        // Then
        assertThat(seen).isNotEmpty().allMatch(figure -> figure >= 10 && figure % 5 == 0);
    }

    /** Of five, the median is the time of one; of fifty, the 95th percentile is that of two or three. */
    @Test
    void publishesNoTimesOfFew() {
        // Given
        var few = new MonthPace("MA-ZAG", Stage.PUBLISHED_TO_TAKEN_IN, 5, 100, 200);
        var more = new MonthPace("MA-CAS", Stage.PUBLISHED_TO_TAKEN_IN, 50, 100, 200);

        // When
        var published = IntStream.range(0, KEYS)
                .boxed()
                .flatMap(key -> redactor(key).paces(MONTH, List.of(few, more)).stream())
                .toList();

        // Then
        assertThat(published.stream().filter(pace -> pace.area().equals("MA-ZAG")))
                .hasSizeLessThan(KEYS / 100);
        assertThat(published.stream().filter(pace -> pace.area().equals("MA-CAS")))
                .hasSizeGreaterThan(KEYS * 99 / 100);
        assertThat(published.stream().filter(pace -> pace.p95() != null)).hasSizeLessThan(KEYS / 100);
    }

    @Test
    void isRightOnAverage() {
        double mean = IntStream.range(0, DRAWS)
                .map(key -> noise(key).noise("cell"))
                .average()
                .orElseThrow();

        assertThat(mean).isBetween(-0.1, 0.1);
    }

    /** What somebody has who knows every true count but one. */
    private record Seen(int own, int country, int othersOfCountry, int sumWith, int sumWithout) {}

    /** How often an attack finds the count, over many keys. */
    private static double share(ToIntFunction<Seen> attack) {
        var random = new Random(42);
        int right = 0;
        for (int key = 0; key < KEYS; key++) {
            int truth = 1 + random.nextInt(4);
            int others = 0;
            var byArea = new TreeMap<String, Map<CampaignMeasure, Long>>();
            for (String city : CITIES) {
                long count = city.equals("MA-ZAG") ? truth : 10 + random.nextInt(40);
                others += city.equals("MA-ZAG") ? 0 : (int) count;
                byArea.put(city, Map.of(CampaignMeasure.TAKEN_IN, count));
            }
            var redactor = redactor(key);
            var counts = redactor.counts(MONTH, new MonthCounts(byArea));
            var earlier = redactor.counts(MONTH.minusMonths(1), new MonthCounts(byArea));
            int own = noisy(counts, "MA-ZAG", CampaignMeasure.TAKEN_IN);
            int before = noisy(earlier, "MA-ZAG", CampaignMeasure.TAKEN_IN);
            var seen = new Seen(
                    own, noisy(counts, MonthRedactor.COUNTRY, CampaignMeasure.TAKEN_IN), others, own + before, before);
            right += Math.clamp(attack.applyAsInt(seen), 1, 4) == truth ? 1 : 0;
        }
        return right / (double) KEYS;
    }

    private static Map<Integer, Integer> histogram(int count) {
        Map<Integer, Integer> times = new TreeMap<>();
        for (int key = 0; key < DRAWS; key++) {
            times.merge(count + noise(key).noise("cell"), 1, Integer::sum);
        }
        return times;
    }

    /** In each month one city has few, and all others have many. */
    private static Map<String, Long> planted() {
        var random = new Random(3);
        Map<String, Long> counts = new TreeMap<>();
        for (int month = 0; month < MONTHS.size(); month++) {
            for (int city = 0; city < CITIES.size(); city++) {
                counts.put(
                        SuppressedTable.cell(CITIES.get(city), MONTHS.get(month).toString()),
                        city == month ? 1L + random.nextInt(4) : 20L + random.nextInt(30));
            }
        }
        return counts;
    }

    private static int noisy(List<NoisyCount> counts, String area, CampaignMeasure measure) {
        return counts.stream()
                .filter(count -> count.area().equals(area) && count.measure() == measure)
                .findFirst()
                .orElseThrow()
                .noisy();
    }

    private static CampaignConfig shipped() {
        try {
            return new SmallRyeConfigBuilder()
                    .withMapping(CampaignConfig.class)
                    .withMappingIgnore("**")
                    .withSources(new PropertiesConfigSource(Path.of("src/main/resources/application.properties")
                            .toUri()
                            .toURL()))
                    .build()
                    .getConfigMapping(CampaignConfig.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MonthRedactor redactor(int key) {
        return new MonthRedactor(noise(key), Set.copyOf(CITIES), SHIPPED.smallestMedian(), SHIPPED.smallestTail());
    }

    private static NoiseGenerator noise(int key) {
        return new NoiseGenerator(ByteBuffer.allocate(32).putInt(key).array(), EPSILON);
    }
}
