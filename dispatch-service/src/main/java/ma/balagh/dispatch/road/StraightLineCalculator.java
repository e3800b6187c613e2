package ma.balagh.dispatch.road;

import java.util.List;

/** Travel times without roads: distance as the crow flies × detour factor ÷ speed of the kind. */
final class StraightLineCalculator implements TravelTimes {

    private final RoadConfig config;

    StraightLineCalculator(RoadConfig config) {
        this.config = config;
    }

    @Override
    public List<TravelTime> to(GeoPoint destination, List<TravelStart> starts) {
        return starts.stream().map(start -> between(start, destination)).toList();
    }

    @Override
    public double farthestWithin(double seconds) {
        return seconds * config.kinds().mapToDouble(config::speedOf).max().orElseThrow() / config.detourFactor();
    }

    TravelTime between(TravelStart start, GeoPoint destination) {
        double metres = start.place().distanceTo(destination);
        double seconds = metres * config.detourFactor() / config.speedOf(start.kind());
        return new TravelTime(seconds, metres, TravelBasis.STRAIGHT_LINE);
    }
}
