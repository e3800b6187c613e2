package ma.balagh.dispatch.road;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What travel times are estimated with. */
@ConfigMapping(prefix = "balagh.road")
public interface RoadConfig {

    /** How much longer the way by road is than as the crow flies. Cities: 1.2 to 1.4. */
    @WithDefault("1.35")
    double detourFactor();

    /** Speed in km/h of a kind of unit in city traffic with priority, by the kind in lower case. */
    Map<String, Double> speed();

    /** Speed in km/h of a kind that has none of its own. */
    @WithDefault("30")
    double defaultSpeed();

    /** How a kind of unit moves on roads, by the kind in lower case; a kind that is missing drives. */
    Map<String, RoadMode> mode();

    /**
     * OpenStreetMap extract of the roads, such as {@code morocco-latest.osm.pbf}. Without one, times follow the straight
     * line.
     */
    Optional<Path> extract();

    /** Where the graph that is made of the extract is kept until the extract changes. */
    @WithDefault("road-cache")
    Path cacheDirectory();

    /** So many metres beside the nearest road a place counts as one that no road leads to. */
    @WithDefault("300")
    double snapDistance();

    /** After so many junctions a search ends; units that it did not reach are timed along the straight line. */
    @WithDefault("150000")
    int mostJunctions();

    /** Roads that are connected with fewer than so many others are left out: mapping errors, courtyards. */
    @WithDefault("200")
    int smallestNetwork();

    /** How often closures are read again, beside each time that one changes. */
    @WithDefault("30s")
    Duration closurePoll();

    /** Metres per second of that kind along the straight line with its detour. */
    default double speedOf(String kind) {
        return speed().getOrDefault(kind.toLowerCase(Locale.ROOT), defaultSpeed()) / 3.6;
    }

    /** All kinds that a speed is configured for, and one that has none. */
    default Stream<String> kinds() {
        return Stream.concat(speed().keySet().stream(), Stream.of("other"));
    }

    default RoadMode modeOf(String kind) {
        return mode().getOrDefault(kind.toLowerCase(Locale.ROOT), RoadMode.CAR);
    }

    /** How fast a kind is on roads, as a share of the speed of its mode. */
    default double shareOf(String kind, RoadMode mode) {
        return speedOf(kind) / speedOf(mode.referenceKind());
    }
}
