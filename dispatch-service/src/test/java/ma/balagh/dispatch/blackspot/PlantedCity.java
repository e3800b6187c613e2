package ma.balagh.dispatch.blackspot;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * A town of ten by ten kilometres with six black spots at any time, each of which is one for eight months, in the evening,
 * and then another one is; and with as many incidents anywhere at any time.
 */
final class PlantedCity {

    static final Instant AS_OF = Instant.parse("2026-11-30T00:00:00Z");

    private static final double SOUTH = 33.55;
    private static final double WEST = -7.65;
    private static final double DEGREES = 0.09;
    private static final int DAYS = 3 * 365;
    private static final int LIFE = 240;
    private static final int SPOTS = 6;

    private PlantedCity() {}

    static BlackSpotConfig config() {
        return new SmallRyeConfigBuilder()
                .withMapping(BlackSpotConfig.class)
                .build()
                .getConfigMapping(BlackSpotConfig.class);
    }

    /** Before that moment; some 1,400. */
    static List<VerifiedIncident> incidents(long seed, Instant asOf) {
        var random = new Random(seed);
        var incidents = new ArrayList<VerifiedIncident>();
        for (int day = DAYS; day > 0; day--) {
            var morning = asOf.minus(Duration.ofDays(day));
            if (random.nextDouble() < 0.6) {
                incidents.add(incident(random, anywhere(random), morning.plusSeconds(random.nextInt(86_400))));
            }
            for (int spot = 0; spot < SPOTS; spot++) {
                if (random.nextDouble() < 0.12) {
                    int generation = (DAYS - day + spot * LIFE / SPOTS) / LIFE;
                    var place = anywhere(new SplittableRandom(1_000 * seed + 100L * spot + generation));
                    place[0] += random.nextGaussian() * 0.0008;
                    place[1] += random.nextGaussian() * 0.0008;
                    incidents.add(incident(random, place, morning.plusSeconds(72_000L + random.nextInt(9_000))));
                }
            }
        }
        return incidents;
    }

    private static double[] anywhere(RandomGenerator random) {
        return new double[] {SOUTH + random.nextDouble() * DEGREES, WEST + random.nextDouble() * DEGREES * 1.2};
    }

    private static VerifiedIncident incident(Random random, double[] place, Instant at) {
        return new VerifiedIncident(
                new UUID(random.nextLong(), random.nextLong()), "XS-TOWN-OLD", place[0], place[1], at, true, "Souk");
    }
}
