package ma.balagh.dispatch.incident;

import static ma.balagh.dispatch.Columns.instant;
import static ma.balagh.dispatch.Columns.nullableString;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.Ids;
import ma.balagh.dispatch.Moments;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The table {@code incident_entry}: what happened to an incident, in the order in which it was told. */
@ApplicationScoped
class Timeline {

    private final Jdbi jdbi;
    private final Moments moments;

    Timeline(Jdbi jdbi, Moments moments) {
        this.jdbi = jdbi;
        this.moments = moments;
    }

    /** @param assignment the assignment that it is about, if any */
    void add(UUID incidentId, TimelineEntry entry, @Nullable Assignment assignment) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into incident_entry (id, incident_id, kind, at, recorded_at, recorded_by,
                                                    assignment_id, call_sign, note)
                        values (:id, :incidentId, :kind, :at, :recordedAt, :recordedBy, cast(:assignmentId as uuid), :callSign, :note)
                        """)
                .bind("id", Ids.next())
                .bind("incidentId", incidentId)
                .bind("kind", entry.kind().name())
                .bind("at", entry.at())
                .bind("recordedAt", moments.now())
                .bind("recordedBy", entry.by())
                .bind("assignmentId", assignment == null ? null : assignment.id())
                .bind("callSign", entry.callSign())
                .bind("note", entry.note())
                .execute());
    }

    /** @param callSign leaves out what is about other units than the one that is called so now; null for all */
    List<TimelineEntry> of(UUID incidentId, @Nullable String callSign) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select kind, at, recorded_by, call_sign, note
                        from incident_entry
                        where incident_id = :incidentId
                          and (cast(:callSign as text) is null
                               or assignment_id is null
                               or assignment_id in (
                                   select assignment.id
                                   from assignment
                                   join unit on unit.id = assignment.unit_id
                                   where coalesce(unit.sign, unit.call_sign) = :callSign))
                        order by id
                        """)
                .bind("incidentId", incidentId)
                .bind("callSign", callSign)
                .map((row, context) -> new TimelineEntry(
                        TimelineEntry.Kind.valueOf(row.getString("kind")),
                        instant(row, "at"),
                        row.getString("recorded_by"),
                        nullableString(row, "call_sign"),
                        nullableString(row, "note")))
                .list());
    }
}
