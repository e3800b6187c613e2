package ma.balagh.intake.retention;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static ma.balagh.persistence.NamedValueBinder.bind;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.PageRequest;
import ma.balagh.intake.report.ReportAudience;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The tables {@code retention_run} and {@code retention_deletion}. */
@ApplicationScoped
@RegisterForReflection(targets = {RetentionRunRequest.class, ReportAudience.class}) // Kept as JSON.
class RetentionRunRepository {

    private static final String SELECT = "select id, started_at, started_by, ended_at from retention_run ";

    private static final String ERASED = """
            select run_id, kind, count(*) as count
            from retention_deletion
            where run_id = any(:runs)
              and case
                  when kind = 'SET_ASIDE_ITEM' then :seesEverything or exists (
                      select from item join source on source.id = item.source_id
                      where item.id = subject_id and source.jurisdiction like any(:seesJurisdictions))
                  when kind in ('IDENTITY', 'FALSE_REPORT') then exists (
                      select from report where report.id = subject_id and
            """ + ReportAudience.SEE_REPORT + """
                  ) else (
                      select bool_and(
            """ + ReportAudience.SEE_EVIDENCE + """
                       is true)
                      from evidence
                      join report_evidence on report_evidence.evidence_id = evidence.id
                      join report on report.id = report_evidence.report_id
                      where evidence.id = subject_id) end
            group by run_id, kind
            """;

    private final Session session;
    private final ObjectMapper json;

    RetentionRunRepository(Session session, ObjectMapper json) {
        this.session = session;
        this.json = json;
    }

    /**
     * Has a run done, by whichever replica.
     *
     * @param scheduledFor of each time of the schedule only the first one counts; null for what a person orders
     */
    void insert(UUID id, Instant at, RetentionRunRequest order, @Nullable Instant scheduledFor) {
        session.createNativeMutationQuery("""
                        insert into retention_run (id, started_at, started_by, state, run_order, scheduled_for)
                        values (:id, :at, :by, 'QUEUED', cast(:order as jsonb), :scheduledFor)
                        on conflict (scheduled_for) do nothing
                        """)
                .setParameter("id", id)
                .setParameter("at", at)
                .setParameter("by", order.by())
                .setParameter("order", written(order))
                .setParameter("scheduledFor", scheduledFor, Instant.class)
                .executeUpdate();
    }

    /** Whether nobody works on it any more. */
    boolean isOver(UUID id) {
        return ScalarQuery.of(session, "select state = 'ENDED' from retention_run where id = :id", Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** Keeps what a run has erased, and for what period it had been kept. */
    void record(UUID runId, RetentionKind kind, String period, List<DueErasure> gone, Instant at) {
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
                .setParameter("ids", gone.stream().map(_ -> IdGenerator.next()).toArray(UUID[]::new))
                .setParameter("subjects", gone.stream().map(DueErasure::id).toArray(UUID[]::new))
                .setParameter("since", gone.stream().map(DueErasure::since).toArray(Instant[]::new))
                .executeUpdate();
    }

    RetentionRun get(UUID id, ReportAudience readers) {
        return runs(
                        session.createNativeQuery(SELECT + "where id = :id", Tuple.class)
                                .setParameter("id", id),
                        readers)
                .getFirst();
    }

    /**
     * Newest first.
     *
     * @param compartment with those that internal affairs ordered, which others do not learn of
     */
    List<RetentionRun> page(PageRequest page, ReportAudience readers, boolean compartment) {
        return runs(
                session.createNativeQuery(SELECT + """
                                where id < :after and (:compartment or not cast(run_order ->> 'compartment' as boolean))
                                order by id desc limit :fetch
                                """, Tuple.class)
                        .setParameter("after", page.after())
                        .setParameter("compartment", compartment)
                        .setParameter("fetch", page.fetch()),
                readers);
    }

    private List<RetentionRun> runs(NativeQuery<Tuple> query, ReportAudience readers) {
        List<RetentionRun> runs = query.getResultList().stream()
                .map(row -> new RetentionRun(
                        row.get("id", UUID.class),
                        row.get("started_at", Instant.class),
                        row.get("started_by", String.class),
                        row.get("ended_at", Instant.class),
                        Map.of()))
                .toList();
        Map<UUID, Map<RetentionKind, Long>> erased =
                erased(runs.stream().map(RetentionRun::id).toList(), readers);
        return runs.stream()
                .map(run -> run.erasing(erased.getOrDefault(run.id(), Map.of())))
                .toList();
    }

    /** Of what these people see alone: the sum of everything, less that, would tell of what was forwarded. */
    private Map<UUID, Map<RetentionKind, Long>> erased(List<UUID> runIds, ReportAudience readers) {
        return bind(readers.values(), session.createNativeQuery(ERASED, Tuple.class))
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

    private String written(RetentionRunRequest order) {
        try {
            return json.writeValueAsString(order);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("names and texts can be written", e);
        }
    }
}
