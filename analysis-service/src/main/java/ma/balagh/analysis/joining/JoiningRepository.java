package ma.balagh.analysis.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.report.ReportVisibility;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;

/** Moves what stands in dossiers. Whoever calls has locked those dossiers in the same transaction. */
@ApplicationScoped
class JoiningRepository {

    /**
     * A report that brought evidence which leaves.
     *
     * @param stays whether it brought other evidence, too, that stays
     */
    record Bringer(UUID reportId, boolean stays) {}

    private final Session session;

    JoiningRepository(Session session) {
        this.session = session;
    }

    /** Puts everything of a dossier into another one. */
    void moveAll(UUID fromId, UUID intoId, Instant at) {
        sql("update dossier_evidence set dossier_id = :into, joined_at = :at where dossier_id = :from")
                .setParameter("into", intoId)
                .setParameter("at", at)
                .setParameter("from", fromId)
                .executeUpdate();
        sql("""
                insert into dossier_report (dossier_id, report_id, joined_at)
                select :into, report_id, :at from dossier_report where dossier_id = :from
                on conflict do nothing
                """)
                .setParameter("into", intoId)
                .setParameter("at", at)
                .setParameter("from", fromId)
                .executeUpdate();
        sql("delete from dossier_report where dossier_id = :from")
                .setParameter("from", fromId)
                .executeUpdate();
    }

    /** Lets the empty dossier lead to the other one, and with it all that led to the empty one. */
    void lead(UUID fromId, UUID intoId) {
        sql("update dossier_join set into_id = :into where into_id = :from")
                .setParameter("into", intoId)
                .setParameter("from", fromId)
                .executeUpdate();
        sql("insert into dossier_join (dossier_id, into_id) values (:from, :into)")
                .setParameter("from", fromId)
                .setParameter("into", intoId)
                .executeUpdate();
    }

    /** Which of these stand in the dossier, as far as they exist for that visibility. */
    List<UUID> standing(UUID dossierId, Collection<UUID> evidenceIds, ReportVisibility visibility) {
        var query = ScalarQuery.of(
                session,
                """
                select evidence_id from dossier_evidence
                where dossier_id = :dossierId and evidence_id = any(:evidenceIds) and %s
                """.formatted(ReportVisibility.conditionOfEvidence("dossier_evidence.evidence_id")),
                UUID.class);
        visibility.parameters().forEach(query::setParameter);
        return query.setParameter("dossierId", dossierId)
                .setParameter("evidenceIds", array(evidenceIds))
                .getResultList();
    }

    /** These, and what has the same bytes as one of them: the same bytes stand in one dossier. */
    List<UUID> withSameBytes(UUID dossierId, Collection<UUID> evidenceIds) {
        return ScalarQuery.of(session, """
                        select evidence_id from dossier_evidence join evidence using (evidence_id)
                        where dossier_id = :dossierId
                        and sha256 in (select sha256 from evidence where evidence_id = any(:evidenceIds))
                        order by evidence_id
                        """, UUID.class)
                .setParameter("dossierId", dossierId)
                .setParameter("evidenceIds", array(evidenceIds))
                .getResultList();
    }

    /** The reports of the dossier that brought what leaves. */
    List<Bringer> bringers(UUID dossierId, Collection<UUID> leaving) {
        return session.createNativeQuery("""
                        select report_id, bool_or(evidence_id <> all(:leaving)) as stays
                        from dossier_report
                        join sighting using (report_id)
                        join dossier_evidence using (evidence_id)
                        where dossier_report.dossier_id = :dossierId and dossier_evidence.dossier_id = :dossierId
                        group by report_id
                        having bool_or(evidence_id = any(:leaving))
                        order by report_id
                        """, Tuple.class)
                .setParameter("dossierId", dossierId)
                .setParameter("leaving", array(leaving))
                .getResultStream()
                .map(row -> new Bringer(row.get("report_id", UUID.class), row.get("stays", Boolean.class)))
                .toList();
    }

    void move(Collection<UUID> evidenceIds, UUID intoId, Instant at) {
        sql("update dossier_evidence set dossier_id = :into, joined_at = :at where evidence_id = any(:evidenceIds)")
                .setParameter("into", intoId)
                .setParameter("at", at)
                .setParameter("evidenceIds", array(evidenceIds))
                .executeUpdate();
    }

    void move(Bringer report, UUID fromId, UUID intoId, Instant at) {
        if (!report.stays()) {
            sql("delete from dossier_report where dossier_id = :from and report_id = :reportId")
                    .setParameter("from", fromId)
                    .setParameter("reportId", report.reportId())
                    .executeUpdate();
        }
        sql("insert into dossier_report (dossier_id, report_id, joined_at) values (:into, :reportId, :at)")
                .setParameter("into", intoId)
                .setParameter("reportId", report.reportId())
                .setParameter("at", at)
                .executeUpdate();
    }

    private MutationQuery sql(String statement) {
        return session.createNativeMutationQuery(statement);
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
