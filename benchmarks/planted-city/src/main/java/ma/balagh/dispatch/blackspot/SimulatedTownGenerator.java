package ma.balagh.dispatch.blackspot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Incidents of a city of twelve by twelve kilometres over six years: some at streets that stay bad, some at spots that move
 * on after a while, some that repeat another one nearby within two weeks, and some anywhere.
 *
 * @param lasting expected incidents a day of each of twelve streets that stay bad
 * @param moving likewise, of each of ten spots that are bad for some months
 * @param life of such a spot, in days
 * @param repeating the share of incidents that another one follows near it
 * @param scattered expected incidents a day anywhere
 */
record SimulatedTownGenerator(
        String name, double lasting, double moving, int life, double repeating, double scattered) {

    /** What happens before and after it is foretold. */
    static final int YEARS = 5;

    static final int DAYS_AFTER = 180;

    private static final double SOUTH = 33.53;
    private static final double WEST = -7.68;
    private static final double HIGH = 0.108;
    private static final double WIDE = 0.13;
    private static final int LASTING_SPOTS = 12;
    private static final int MOVING_SPOTS = 10;

    /** Degrees: some 80 metres. */
    private static final double SPREAD = 0.0007;

    private static final double REPEAT_SPREAD = 0.001;
    private static final double LONGEST_REPEAT = 14;
    private static final double SECONDS_OF_DAY = 86_400;

    /** Cities of four kinds. */
    static List<SimulatedTownGenerator> all() {
        return List.of(
                new SimulatedTownGenerator("steady", 0.06, 0, 1, 0, 0.7),
                new SimulatedTownGenerator("drifting", 0.02, 0.09, 210, 0, 0.7),
                new SimulatedTownGenerator("repeating", 0.04, 0.02, 300, 0.35, 0.7),
                new SimulatedTownGenerator("scattered", 0, 0, 1, 0, 1.5));
    }

    List<VerifiedIncident> generate(long seed, Instant asOf) {
        var random = new SplittableRandom(seed);
        var incidents = new ArrayList<VerifiedIncident>();
        int days = YEARS * 365;
        for (int day = -days; day < DAYS_AFTER; day++) {
            for (int spot = 0; spot < LASTING_SPOTS; spot++) {
                addAt(incidents, random, place(seed, spot), lasting, asOf, day);
            }
            for (int spot = 0; spot < MOVING_SPOTS; spot++) {
                int generation = (day + days + spot * life / MOVING_SPOTS) / life;
                addAt(incidents, random, place(seed, 1_000 + 100 * spot + generation), moving, asOf, day);
            }
            for (int k = random.nextDouble() < scattered % 1 ? (int) scattered + 1 : (int) scattered; k > 0; k--) {
                add(incidents, random, anywhere(random), 0, asOf, day + random.nextDouble());
            }
        }
        return incidents;
    }

    private static double[] place(long seed, int number) {
        return anywhere(new SplittableRandom(31 * seed + 7_919L * number + 1));
    }

    private void addAt(
            List<VerifiedIncident> incidents,
            RandomGenerator random,
            double[] place,
            double expected,
            Instant asOf,
            int day) {
        if (random.nextDouble() < expected) {
            add(incidents, random, place, SPREAD, asOf, day + random.nextDouble());
        }
    }

    private void add(
            List<VerifiedIncident> incidents,
            RandomGenerator random,
            double[] place,
            double spread,
            Instant asOf,
            double day) {
        double[] at = {place[0] + random.nextGaussian() * spread, place[1] + random.nextGaussian() * spread};
        incidents.add(new VerifiedIncident(
                new UUID(random.nextLong(), random.nextLong()),
                "MA-CAS",
                at[0],
                at[1],
                asOf.plus(Duration.ofSeconds((long) (day * SECONDS_OF_DAY))),
                true,
                null));
        if (random.nextDouble() < repeating) {
            add(incidents, random, at, REPEAT_SPREAD, asOf, day + LONGEST_REPEAT * random.nextDouble());
        }
    }

    private static double[] anywhere(RandomGenerator random) {
        return new double[] {SOUTH + random.nextDouble() * HIGH, WEST + random.nextDouble() * WIDE};
    }
}
