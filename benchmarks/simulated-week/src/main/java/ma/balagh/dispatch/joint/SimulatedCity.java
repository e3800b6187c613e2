package ma.balagh.dispatch.joint;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import ma.balagh.dispatch.road.GeoPoint;

/**
 * A city of 16 km by 12 km, with hot spots. A third of its incidents happens anywhere, the others around a hot spot. They
 * come as a Poisson process whose rate follows the hour.
 *
 * @param hotSpots the middle of each; as many incidents around one as around another
 */
record SimulatedCity(List<GeoPoint> hotSpots) {

    static final double WEEK = 7 * 86_400;

    /** One every ten minutes on average. */
    private static final double CALLS_PER_SECOND = 1 / 600.0;

    /** How many times the average come in each hour of the day. */
    private static final double[] BY_HOUR = {
        0.9, 0.7, 0.55, 0.45, 0.4, 0.4, 0.5, 0.7, 0.85, 0.9, 0.95, 1, 1.1, 1.1, 1.05, 1.1, 1.2, 1.35, 1.5, 1.6, 1.6,
        1.5, 1.3, 1.1
    };

    private static final double BUSIEST = 1.6;
    private static final double HOURS_MEAN = 0.9875;

    private static final double SOUTH = 33.50;
    private static final double WEST = -7.70;
    private static final double KILOMETRES_EAST = 16;
    private static final double KILOMETRES_NORTH = 12;
    private static final double ELSEWHERE = 0.35;
    private static final int HOT_SPOTS = 8;

    /** Lognormal, with that mean in seconds and that standard deviation of its logarithm. */
    private static final double MEAN_SERVICE = 1_800;

    private static final double SPREAD_OF_SERVICE = 0.5;

    static RandomGenerator random(long seed, String what) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 1_000_003 + what.hashCode());
    }

    static SimulatedCity of(long seed) {
        var random = random(seed, "city");
        var spots = new ArrayList<GeoPoint>();
        for (int i = 0; i < HOT_SPOTS; i++) {
            spots.add(at(random.nextDouble(1, KILOMETRES_EAST - 1), random.nextDouble(1, KILOMETRES_NORTH - 1)));
        }
        return new SimulatedCity(List.copyOf(spots));
    }

    /** What happens in so many seconds. */
    List<SimulatedCall> calls(RandomGenerator random, double seconds) {
        var calls = new ArrayList<SimulatedCall>();
        double peak = CALLS_PER_SECOND * BUSIEST / HOURS_MEAN;
        for (double at = random.nextExponential() / peak; at < seconds; at += random.nextExponential() / peak) {
            if (random.nextDouble() < BY_HOUR[(int) (at / 3_600) % 24] / BUSIEST) {
                calls.add(new SimulatedCall(at, place(random), service(random)));
            }
        }
        return calls;
    }

    private GeoPoint place(RandomGenerator random) {
        if (random.nextDouble() < ELSEWHERE) {
            return at(random.nextDouble(KILOMETRES_EAST), random.nextDouble(KILOMETRES_NORTH));
        }
        var spot = hotSpots.get(random.nextInt(hotSpots.size()));
        return at(
                Math.clamp(east(spot) + random.nextGaussian(), 0, KILOMETRES_EAST),
                Math.clamp(north(spot) + random.nextGaussian(), 0, KILOMETRES_NORTH));
    }

    private static double service(RandomGenerator random) {
        double shift = SPREAD_OF_SERVICE * SPREAD_OF_SERVICE / 2;
        return MEAN_SERVICE * Math.exp(SPREAD_OF_SERVICE * random.nextGaussian() - shift);
    }

    /** Where a station could be: every kilometre. */
    static List<GeoPoint> corners() {
        var corners = new ArrayList<GeoPoint>();
        for (int east = 1; east < KILOMETRES_EAST; east++) {
            for (int north = 1; north < KILOMETRES_NORTH; north++) {
                corners.add(at(east, north));
            }
        }
        return corners;
    }

    private static GeoPoint at(double east, double north) {
        return new GeoPoint(SOUTH + north / 111.195, WEST + east / (111.195 * Math.cos(Math.toRadians(SOUTH))));
    }

    private static double east(GeoPoint place) {
        return (place.longitude() - WEST) * 111.195 * Math.cos(Math.toRadians(SOUTH));
    }

    private static double north(GeoPoint place) {
        return (place.latitude() - SOUTH) * 111.195;
    }
}
