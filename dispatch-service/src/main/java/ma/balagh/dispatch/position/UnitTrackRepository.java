package ma.balagh.dispatch.position;

import static ma.balagh.dispatch.position.PositionRepository.texts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.position.PositionTracker.TrackPoint;
import ma.balagh.dispatch.unit.Position;
import ma.balagh.http.Caller;
import org.hibernate.Session;

/** The tables {@code unit_track} and {@code unit_track_consultation}: where units have been, and who looked. */
@ApplicationScoped
class UnitTrackRepository {

    private final Session session;
    private final Timestamps moments;

    UnitTrackRepository(Session session, Timestamps moments) {
        this.session = session;
        this.moments = moments;
    }

    void add(List<TrackPoint> points) {
        session.createNativeMutationQuery("""
                        insert into unit_track (unit_id, at, latitude, longitude, heading, speed)
                        select unit_id, at, latitude, longitude, heading, speed
                        from unnest(cast(:ids as uuid[]), cast(:times as timestamptz[]),
                                    cast(:latitudes as double precision[]), cast(:longitudes as double precision[]),
                                    cast(:headings as double precision[]), cast(:speeds as double precision[]))
                             as point (unit_id, at, latitude, longitude, heading, speed)
                        on conflict do nothing
                        """)
                .setParameter("ids", texts(points, TrackPoint::unitId))
                .setParameter("times", texts(points, point -> point.position().at()))
                .setParameter(
                        "latitudes", texts(points, point -> point.position().latitude()))
                .setParameter(
                        "longitudes", texts(points, point -> point.position().longitude()))
                .setParameter(
                        "headings", texts(points, point -> point.position().heading()))
                .setParameter("speeds", texts(points, point -> point.position().speed()))
                .executeUpdate();
    }

    /** Points from the one moment to before the other, the oldest first. */
    List<Position> list(UUID unitId, Instant from, Instant to, int limit) {
        return session
                .createNativeQuery("""
                        select at, latitude, longitude, heading, speed
                        from unit_track
                        where unit_id = :unitId and at >= :from and at < :to
                        order by at
                        limit :limit
                        """, Tuple.class)
                .setParameter("unitId", unitId)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("limit", limit)
                .getResultList()
                .stream()
                .map(row -> new Position(
                        row.get("latitude", Double.class),
                        row.get("longitude", Double.class),
                        row.get("at", Instant.class),
                        row.get("heading", Double.class),
                        row.get("speed", Double.class),
                        null))
                .toList();
    }

    /** Written in the reader's transaction: no look without its trace. */
    void recordConsultation(UUID unitId, Instant from, Instant to, Caller caller) {
        session.createNativeMutationQuery("""
                        insert into unit_track_consultation (id, unit_id, period_from, period_to,
                                                             person, person_name, consulted_at)
                        values (:id, :unitId, :from, :to, :person, :name, :at)
                        """)
                .setParameter("id", IdGenerator.next())
                .setParameter("unitId", unitId)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("person", caller.id())
                .setParameter("name", caller.name())
                .setParameter("at", moments.now())
                .executeUpdate();
    }

    /**
     * @param limit at most so many at once, so that nobody waits for long
     * @return how many were erased
     */
    int eraseBefore(Instant oldest, int limit) {
        return session.createNativeMutationQuery("""
                        delete from unit_track
                        where ctid = any(array(select ctid from unit_track where at < :oldest limit :limit))
                        """)
                .setParameter("oldest", oldest)
                .setParameter("limit", limit)
                .executeUpdate();
    }
}
