package ma.balagh.dispatch.position;

import java.time.Duration;
import java.time.Instant;
import ma.balagh.dispatch.unit.Position;

/** Places around Casablanca, and the rules that they are judged by. */
final class SamplePositions {

    static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    /** 250 km/h, a tolerance of 100 m; a point of the track every 50 m or 60 s. */
    static final PositionConfig CONFIG = new PositionConfig() {
        @Override
        public double fastest() {
            return 250;
        }

        @Override
        public double tolerance() {
            return 100;
        }

        @Override
        public Duration gather() {
            return Duration.ZERO;
        }

        @Override
        public int mostWaiting() {
            return 10;
        }

        @Override
        public Track track() {
            return TRACK;
        }
    };

    private static final PositionConfig.Track TRACK = new PositionConfig.Track() {
        @Override
        public double metres() {
            return 50;
        }

        @Override
        public Duration interval() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Duration retention() {
            return Duration.ofDays(30);
        }

        @Override
        public Duration eraseInterval() {
            return Duration.ofHours(1);
        }
    };

    private SamplePositions() {}

    /** So many metres north of a place, so many seconds after a moment. */
    static Position at(double metres, long seconds) {
        return new Position(33.5731 + metres / 111_195, -7.5898, NOW.plusSeconds(seconds));
    }
}
