package ma.balagh.dispatch.position;

import java.time.Duration;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.unit.Position;
import org.jspecify.annotations.Nullable;

/** Which positions are believed, and which of them become points of a track. */
final class PositionRules {

    private final PositionConfig config;

    PositionRules(PositionConfig config) {
        this.config = config;
    }

    /** The speed in km/h at which a unit came from the one to the other, without what may be the receiver's error. */
    double speed(Position from, Position to) {
        double metres = Math.max(0, metres(from, to) - config.tolerance());
        return metres / seconds(from, to) * 3.6;
    }

    boolean isPlausible(double speed) {
        return speed <= config.fastest();
    }

    boolean isPoint(@Nullable Position tracked, Position position) {
        return tracked == null
                || metres(tracked, position) >= config.track().metres()
                || !position.at().isBefore(tracked.at().plus(config.track().interval()));
    }

    private static double metres(Position from, Position to) {
        return new GeoPoint(from.latitude(), from.longitude()).distanceTo(new GeoPoint(to.latitude(), to.longitude()));
    }

    private static double seconds(Position from, Position to) {
        return Duration.between(from.at(), to.at()).toMillis() / 1000.0;
    }
}
