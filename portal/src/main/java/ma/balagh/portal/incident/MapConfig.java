package ma.balagh.portal.incident;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** What the desk's map is drawn from. */
@ConfigMapping(prefix = "balagh.map")
public interface MapConfig {

    /**
     * The operator's map, a PMTiles file of version 3 with vector tiles in the scheme of Protomaps. Without one the map has the
     * coast and the names of cities.
     */
    Optional<Path> file();

    /** Whether the boundaries that the file has are drawn. They are disputed in many places. */
    @WithDefault("false")
    boolean boundaries();
}
