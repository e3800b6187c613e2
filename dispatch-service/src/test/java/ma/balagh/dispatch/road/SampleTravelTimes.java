package ma.balagh.dispatch.road;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Travel times for tests: cars at 40 km/h, feet at 6, everything else at 30, with a detour of 35 %. */
public final class SampleTravelTimes {

    private SampleTravelTimes() {}

    public static TravelTimes alongStraightLines() {
        return new StraightLineCalculator(settings(Path.of("none")));
    }

    public static RoadConfig settings(Path cache) {
        return new Settings(cache);
    }

    private record Settings(Path cacheDirectory) implements RoadConfig {

        @Override
        public double detourFactor() {
            return 1.35;
        }

        @Override
        public Map<String, Double> speed() {
            return Map.of("car", 40.0, "foot", 6.0, "motorcycle", 50.0);
        }

        @Override
        public double defaultSpeed() {
            return 30;
        }

        @Override
        public Map<String, RoadMode> mode() {
            return Map.of("foot", RoadMode.FOOT);
        }

        @Override
        public Optional<Path> extract() {
            return Optional.empty();
        }

        @Override
        public double snapDistance() {
            return 300;
        }

        @Override
        public int mostJunctions() {
            return 100_000;
        }

        @Override
        public int smallestNetwork() {
            return 10;
        }

        @Override
        public Duration closurePoll() {
            return Duration.ofSeconds(30);
        }
    }
}
