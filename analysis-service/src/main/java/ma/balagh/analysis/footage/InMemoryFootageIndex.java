package ma.balagh.analysis.footage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.analysis.motion.FilmThumbnails;

/** An index of footage in memory, for comparing files without a database. Not thread-safe. */
public final class InMemoryFootageIndex {

    private final FootageConfig config;
    private final Map<UUID, FilmThumbnails> thumbnails = new HashMap<>();
    private FootageSnapshot snapshot = FootageSnapshot.empty();

    public InMemoryFootageIndex(FootageConfig config) {
        this.config = config;
    }

    public FootageRecorder recorder() {
        return new FootageRecorder(config.quality());
    }

    public void add(UUID id, FootageQuery footage) {
        var entry =
                new FootageEntry(snapshot.sequence() + 1, id, footage.footage().thinned());
        snapshot = snapshot.with(entry);
        thumbnails.put(id, footage.thumbnails());
    }

    /** What the medium shares with each of the library, copies told from what is only shared. */
    public List<FootageMatch> matches(FootageQuery query) {
        var matcher = new FootageMatcher(config, ids -> thumbnails);
        return new MatchClassifier(query.seconds(), matcher.matches(query, snapshot, 0, id -> true)).decided();
    }
}
