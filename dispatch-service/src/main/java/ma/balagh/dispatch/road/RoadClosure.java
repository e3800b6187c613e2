package ma.balagh.dispatch.road;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.dispatch.DispatchProblem;
import org.jspecify.annotations.Nullable;

/** Roads that nobody can use: from when somebody closed them until a stated time, or until somebody lifts the closure. */
@Entity
class RoadClosure {

    @Id
    private UUID id;

    private String jurisdiction;
    private String reason;
    private String geometry;
    private @Nullable Instant closedUntil;
    private String closedBy;
    private Instant closedAt;
    private @Nullable String liftedBy;
    private @Nullable Instant liftedAt;

    @Version
    private long version;

    protected RoadClosure() {}

    /** @param geometry as GeoJSON */
    static RoadClosure close(
            UUID id, String jurisdiction, RoadClosureRequest request, String geometry, String by, Instant at) {
        var closure = new RoadClosure();
        closure.id = id;
        closure.version = 1;
        closure.jurisdiction = jurisdiction;
        closure.reason = request.reason();
        closure.geometry = geometry;
        closure.closedUntil = request.until();
        closure.closedBy = by;
        closure.closedAt = at;
        return closure;
    }

    boolean isInForce(Instant moment) {
        return liftedAt == null && (closedUntil == null || closedUntil.isAfter(moment));
    }

    void lift(String by, Instant at) {
        if (!isInForce(at)) {
            throw DispatchProblem.CLOSURE_OVER.because("the road is open again");
        }
        liftedBy = by;
        liftedAt = at;
    }

    UUID id() {
        return id;
    }

    String jurisdiction() {
        return jurisdiction;
    }

    String reason() {
        return reason;
    }

    /** As GeoJSON. */
    String geometry() {
        return geometry;
    }

    /** When it ends; null until somebody lifts it. */
    @Nullable
    Instant closedUntil() {
        return closedUntil;
    }

    String closedBy() {
        return closedBy;
    }

    Instant closedAt() {
        return closedAt;
    }

    /** Counts the changes, for {@code ETag}; right once they are flushed. */
    long version() {
        return version;
    }
}
