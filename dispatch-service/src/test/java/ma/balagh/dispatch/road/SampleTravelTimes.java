package ma.balagh.dispatch.road;

import java.util.Map;

/** Travel times for tests: cars at 40 km/h, feet at 6, everything else at 30, with a detour of 35 %. */
public final class SampleTravelTimes {

    private SampleTravelTimes() {}

    public static TravelTimes alongStraightLines() {
        return new StraightLineCalculator(new Settings());
    }

    private static final class Settings implements RoadConfig {

        @Override
        public double detourFactor() {
            return 1.35;
        }

        @Override
        public Map<String, Double> speed() {
            return Map.of("car", 40.0, "foot", 6.0);
        }

        @Override
        public double defaultSpeed() {
            return 30;
        }
    }
}
