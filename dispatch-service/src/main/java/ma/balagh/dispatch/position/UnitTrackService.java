package ma.balagh.dispatch.position;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.dispatch.unit.Position;

/** Where units have been, for features that measure something by it and show nobody the track itself. */
@ApplicationScoped
public class UnitTrackService {

    /** A point each ten seconds for three hours. */
    private static final int MOST = 1_000;

    private final UnitTrackRepository tracks;

    UnitTrackService(UnitTrackRepository tracks) {
        this.tracks = tracks;
    }

    /** Points of that time, the oldest first. */
    @Transactional
    public List<Position> points(UUID unitId, Instant from, Instant to) {
        return tracks.list(unitId, from, to, MOST);
    }
}
