package ma.balagh.dispatch.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.http.PageRequest;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The table {@code incident_export}, and the incidents that a file has. */
@ApplicationScoped
class IncidentExportRepository {

    private static final String WANTED = """
            jurisdiction like any(cast(:jurisdictions as text[])) and opened_at >= :from and opened_at < :to
            """;

    private final Session session;

    IncidentExportRepository(Session session) {
        this.session = session;
    }

    long count(ExportFilter filter) {
        return wanted(ScalarQuery.of(session, "select count(*) from incident where " + WANTED, Long.class), filter)
                .getSingleResult();
    }

    /** In the order of their ids. */
    List<ExportedIncident> some(ExportFilter filter, UUID after, int most) {
        return wanted(session.createNativeQuery("""
                                select id, dossier_id, jurisdiction, type, severity, state, latitude, longitude,
                                       occurred_at, opened_at, outcome_kind, outcome_persons, resolved_at, referred_at,
                                       verdict_withdrawn_at
                                from incident
                                where id > :after and
                                """ + WANTED + " order by id limit :most", Tuple.class), filter)
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(IncidentExportRepository::incident)
                .toList();
    }

    private static <T> NativeQuery<T> wanted(NativeQuery<T> query, ExportFilter filter) {
        var patterns = filter.jurisdictions().stream()
                .flatMap(code -> Stream.of(code, code + "-%"))
                .toArray(String[]::new);
        return query.setParameter("jurisdictions", patterns)
                .setParameter("from", filter.from())
                .setParameter("to", filter.to());
    }

    /** @param person the token's subject, which stays when the name of the account changes */
    void record(IncidentExportView export, String person) {
        session.createNativeMutationQuery("""
                        insert into incident_export (id, person, person_name, purpose, exported_at, format, jurisdictions,
                                                     period_from, period_to, incidents)
                        values (:id, :person, :name, :purpose, :at, :format, cast(:jurisdictions as text[]),
                                :from, :to, :incidents)
                        """)
                .setParameter("id", export.id())
                .setParameter("person", person)
                .setParameter("name", export.exportedBy())
                .setParameter("purpose", export.purpose())
                .setParameter("at", export.exportedAt())
                .setParameter("format", export.format().name())
                .setParameter("jurisdictions", export.jurisdictions().toArray(String[]::new))
                .setParameter("from", export.from())
                .setParameter("to", export.to())
                .setParameter("incidents", export.incidents())
                .executeUpdate();
    }

    /** The newest first. */
    List<IncidentExportView> page(PageRequest page) {
        return session
                .createNativeQuery("""
                        select id, person_name, purpose, exported_at, format, jurisdictions, period_from, period_to,
                               incidents
                        from incident_export where id < :after order by id desc limit :fetch
                        """, Tuple.class)
                .setParameter("after", page.after())
                .setParameter("fetch", page.fetch())
                .getResultList()
                .stream()
                .map(IncidentExportRepository::export)
                .toList();
    }

    private static ExportedIncident incident(Tuple row) {
        return new ExportedIncident(
                row.get("id", UUID.class),
                row.get("dossier_id", UUID.class),
                row.get("jurisdiction", String.class),
                row.get("type", String.class),
                row.get("severity", Integer.class),
                row.get("state", String.class),
                row.get("latitude", Double.class),
                row.get("longitude", Double.class),
                row.get("occurred_at", Instant.class),
                row.get("opened_at", Instant.class),
                row.get("outcome_kind", String.class),
                row.get("outcome_persons", Integer.class),
                row.get("resolved_at", Instant.class),
                row.get("referred_at", Instant.class),
                row.get("verdict_withdrawn_at", Instant.class));
    }

    private static IncidentExportView export(Tuple row) {
        return new IncidentExportView(
                row.get("id", UUID.class),
                row.get("person_name", String.class),
                row.get("exported_at", Instant.class),
                row.get("purpose", String.class),
                ExportFormat.valueOf(row.get("format", String.class)),
                List.of(row.get("jurisdictions", String[].class)),
                row.get("period_from", Instant.class),
                row.get("period_to", Instant.class),
                row.get("incidents", Long.class));
    }
}
