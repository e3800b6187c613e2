package ma.balagh.intake.retention;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.Ids;
import ma.balagh.http.PageRequest;
import org.hibernate.Session;

/** The tables {@code retention_run} and {@code retention_deletion}. */
@ApplicationScoped
class RunRepository {

    private final Session session;

    RunRepository(Session session) {
        this.session = session;
    }

    void start(UUID id, Instant at, String by) {
        session.createNativeMutationQuery(
                        "insert into retention_run (id, started_at, started_by) values (:id, :at, :by)")
                .setParameter("id", id)
                .setParameter("at", at)
                .setParameter("by", by)
                .executeUpdate();
    }

    void end(UUID id, Instant at) {
        session.createNativeMutationQuery("update retention_run set ended_at = :at where id = :id")
                .setParameter("at", at)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Keeps what a run has erased, and for what period it had been kept. */
    void record(UUID runId, RetentionKind kind, String period, List<Due> gone, Instant at) {
        session.createNativeMutationQuery("""
                        insert into retention_deletion (id, run_id, kind, subject_id, since, period, at)
                        select gone.id, :run, :kind, gone.subject, gone.since, :period, :at
                        from unnest(cast(:ids as uuid[]), cast(:subjects as uuid[]), cast(:since as timestamptz[]))
                            as gone (id, subject, since)
                        """)
                .setParameter("run", runId)
                .setParameter("kind", kind.name())
                .setParameter("period", period)
                .setParameter("at", at)
                .setParameter("ids", gone.stream().map(_ -> Ids.next()).toArray(UUID[]::new))
                .setParameter("subjects", gone.stream().map(Due::id).toArray(UUID[]::new))
                .setParameter("since", gone.stream().map(Due::since).toArray(Instant[]::new))
                .executeUpdate();
    }

    /** Newest first. */
    List<Run> page(PageRequest page) {
        List<Run> runs = session
                .createNativeQuery("""
                        select id, started_at, started_by, ended_at
                        from retention_run where id < :after order by id desc limit :fetch
                        """, Tuple.class)
                .setParameter("after", page.after())
                .setParameter("fetch", page.fetch())
                .getResultList()
                .stream()
                .map(row -> new Run(
                        row.get("id", UUID.class),
                        row.get("started_at", Instant.class),
                        row.get("started_by", String.class),
                        row.get("ended_at", Instant.class),
                        Map.of()))
                .toList();
        Map<UUID, Map<RetentionKind, Long>> erased =
                erased(runs.stream().map(Run::id).toList());
        return runs.stream()
                .map(run -> run.erasing(erased.getOrDefault(run.id(), Map.of())))
                .toList();
    }

    private Map<UUID, Map<RetentionKind, Long>> erased(List<UUID> runIds) {
        return session
                .createNativeQuery("""
                        select run_id, kind, count(*) as count from retention_deletion
                        where run_id = any(:runs) group by run_id, kind
                        """, Tuple.class)
                .setParameter("runs", runIds.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .collect(groupingBy(
                        row -> row.get("run_id", UUID.class),
                        toMap(
                                row -> RetentionKind.valueOf(row.get("kind", String.class)),
                                row -> row.get("count", Long.class),
                                Long::sum,
                                () -> new EnumMap<>(RetentionKind.class))));
    }
}
