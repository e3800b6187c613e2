package ma.balagh.analysis.footage;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Footage in memory alone, for comparing files without a database. Not for several threads at once. */
public final class FootageLibrary {

    private final FootageConfig config;
    private FootageSnapshot snapshot = FootageSnapshot.empty();

    public FootageLibrary(FootageConfig config) {
        this.config = config;
    }

    public FootageRecorder recorder() {
        return new FootageRecorder(config.quality());
    }

    public void add(UUID id, FootageQuery footage) {
        var entry = new FootageLedger.Entry(
                snapshot.sequence() + 1, id, footage.footage().thinned());
        snapshot = snapshot.with(entry);
    }

    /** What the medium shares with each of the library, copies told from what is only shared. */
    public List<FootageMatch> matches(FootageQuery query) {
        return new Meaning(query.seconds(), new ArrayList<>(snapshot.search(query, 0, config))).decided();
    }
}
