package ma.balagh.dispatch.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.dispatch.unit.UnitRestriction;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The tables {@code desk_change}, whose rows triggers write, and {@code desk_change_erasure}; and of {@code unit_position}
 * what moved.
 */
@ApplicationScoped
class DeskChangeRepository {

    private final Session session;

    DeskChangeRepository(Session session) {
        this.session = session;
    }

    /** A row, what had ended when it was read, and the last transaction whose rows are erased. */
    record Row(
            StreamPosition now,
            long erased,
            @Nullable Long transaction,
            @Nullable Instant at,
            @Nullable UUID incidentId,
            @Nullable UUID assignmentId,
            @Nullable UUID unitId,
            @Nullable UUID closureId) {}

    /** What has ended by now. */
    StreamPosition now() {
        return StreamPosition.parse(ScalarQuery.of(session, "select cast(pg_current_snapshot() as text)", String.class)
                .getSingleResult());
    }

    boolean isAnythingAfter(StreamPosition position) {
        return ScalarQuery.of(session, """
                        select exists (
                            select from desk_change
                            where transaction >= pg_snapshot_xmin(cast(:position as pg_snapshot))
                              and not pg_visible_in_snapshot(transaction, cast(:position as pg_snapshot)))
                        """, Boolean.class)
                .setParameter("position", position.toString())
                .getSingleResult();
    }

    /**
     * What ended since the position, transaction by transaction, each as a whole; one row without a change where there is
     * none. One statement, since positions and rows have to be of one snapshot.
     *
     * @param restriction to a crew's unit and the incidents that it was sent to
     * @param limit rows, and those of the last one's transaction
     */
    List<Row> after(StreamPosition position, UnitRestriction restriction, int limit) {
        return session.createNativeQuery("""
                        select cast(pg_current_snapshot() as text) as now, cast(erasure.transaction as text) as erased,
                               cast(change.transaction as text) as transaction, change.changed_at,
                               change.incident_id, change.assignment_id, change.closure_id,
                               case when cast(:unitId as uuid) is null
                                    then coalesce(change.unit_id, change.planned_unit_id)
                                    else change.unit_id end as unit_id
                        from desk_change_erasure erasure
                        left join lateral (
                            select *
                            from desk_change
                            where desk_change.transaction >= pg_snapshot_xmin(cast(:position as pg_snapshot))
                              and not pg_visible_in_snapshot(desk_change.transaction, cast(:position as pg_snapshot))
                              and (cast(:unitId as uuid) is null
                                   or desk_change.unit_id = :unitId
                                   or desk_change.unit_id is null and desk_change.incident_id in (
                                       select assignment.incident_id from assignment
                                       where assignment.unit_id = :unitId))
                            order by desk_change.transaction
                            fetch first (:limit) rows with ties
                        ) change on true
                        order by change.transaction, change.number
                        """, Object[].class)
                .setParameter("position", position.toString())
                .setParameter("unitId", restriction.unitId(), UUID.class)
                .setParameter("limit", limit)
                .addScalar("now", String.class)
                .addScalar("erased", String.class)
                .addScalar("transaction", String.class)
                .addScalar("changed_at", Instant.class)
                .addScalar("incident_id", UUID.class)
                .addScalar("assignment_id", UUID.class)
                .addScalar("unit_id", UUID.class)
                .addScalar("closure_id", UUID.class)
                .setTupleTransformer((row, columns) -> new Row(
                        StreamPosition.parse((String) row[0]),
                        Long.parseLong((String) row[1]),
                        row[2] == null ? null : Long.valueOf((String) row[2]),
                        (@Nullable Instant) row[3],
                        (@Nullable UUID) row[4],
                        (@Nullable UUID) row[5],
                        (@Nullable UUID) row[6],
                        (@Nullable UUID) row[7]))
                .getResultList();
    }

    /** Units whose last position is of a time after that one; for a crew only its own. */
    List<SightedUnit> sightedSince(Instant since, UnitRestriction restriction) {
        return session.createNativeQuery("""
                        select unit_id, latitude, longitude, heading, position_at
                        from unit_position
                        where position_at > :since
                          and (cast(:unitId as uuid) is null or unit_id = :unitId)
                        """, Object[].class)
                .setParameter("since", since)
                .setParameter("unitId", restriction.unitId(), UUID.class)
                .addScalar("unit_id", UUID.class)
                .addScalar("latitude", Double.class)
                .addScalar("longitude", Double.class)
                .addScalar("heading", Double.class)
                .addScalar("position_at", Instant.class)
                .setTupleTransformer((row, columns) -> new SightedUnit(
                        (UUID) row[0], (Double) row[1], (Double) row[2], (@Nullable Double) row[3], (Instant) row[4]))
                .getResultList();
    }

    /** Erases what is older, and notes up to which transaction. */
    void eraseOlderThan(Duration age) {
        session.createNativeMutationQuery("""
                        with erased as (
                            delete from desk_change
                            where changed_at < clock_timestamp() - make_interval(secs => :seconds)
                            returning transaction
                        )
                        update desk_change_erasure
                        set transaction = last.transaction
                        from (select transaction from erased order by transaction desc limit 1) last
                        where last.transaction > desk_change_erasure.transaction
                        """)
                .setParameter("seconds", (double) age.toSeconds())
                .executeUpdate();
    }
}
