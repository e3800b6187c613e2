package ma.balagh.portal.incident;

import io.quarkus.qute.TemplateData;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** What lies under a map. Templates say {@code inject:ground}. */
@Named("ground")
@Singleton
@TemplateData
public class MapGroundService {

    private final TileArchiveReader tiles;
    private final MapConfig config;

    MapGroundService(TileArchiveReader tiles, MapConfig config) {
        this.tiles = tiles;
        this.config = config;
    }

    /** Whether it is drawn from the operator's file. */
    public boolean hasTiles() {
        return tiles.state() == TileArchiveReader.State.SOUND;
    }

    /** Whether there is such a file, which cannot be used. */
    public boolean isUnusable() {
        return tiles.state() == TileArchiveReader.State.UNUSABLE;
    }

    /** Whether the file's boundaries are drawn. */
    public boolean hasBoundaries() {
        return config.boundaries();
    }
}
