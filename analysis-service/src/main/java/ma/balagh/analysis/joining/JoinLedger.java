package ma.balagh.analysis.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.report.ReportSight;
import org.jdbi.v3.core.Jdbi;

/** Moves what stands in dossiers. Whoever calls has locked those dossiers in the same transaction. */
@ApplicationScoped
class JoinLedger {

    /**
     * A report that brought evidence which leaves.
     *
     * @param stays whether it brought other evidence, too, that stays
     */
    record Bringer(UUID reportId, boolean stays) {}

    private final Jdbi jdbi;

    JoinLedger(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Puts everything of a dossier into another one. */
    void moveAll(UUID fromId, UUID intoId, Instant at) {
        jdbi.useHandle(handle -> {
            handle.execute(
                    "update dossier_evidence set dossier_id = ?, joined_at = ? where dossier_id = ?",
                    intoId,
                    at,
                    fromId);
            handle.execute("""
                    insert into dossier_report (dossier_id, report_id, joined_at)
                    select ?, report_id, ? from dossier_report where dossier_id = ?
                    on conflict do nothing
                    """, intoId, at, fromId);
            handle.execute("delete from dossier_report where dossier_id = ?", fromId);
        });
    }

    /** Lets the empty dossier lead to the other one, and with it all that led to the empty one. */
    void lead(UUID fromId, UUID intoId) {
        jdbi.useHandle(handle -> {
            handle.execute("update dossier_join set into_id = ? where into_id = ?", intoId, fromId);
            handle.execute("insert into dossier_join (dossier_id, into_id) values (?, ?)", fromId, intoId);
        });
    }

    /** Which of these stand in the dossier, as far as they exist for that sight. */
    List<UUID> standing(UUID dossierId, Collection<UUID> evidenceIds, ReportSight sight) {
        return jdbi.withHandle(handle -> sight.bindTo(handle.createQuery(
                        """
                        select evidence_id from dossier_evidence
                        where dossier_id = :dossierId and evidence_id = any(:evidenceIds) and %s
                        """.formatted(ReportSight.conditionOfEvidence("dossier_evidence.evidence_id"))))
                .bind("dossierId", dossierId)
                .bindArray("evidenceIds", UUID.class, evidenceIds)
                .mapTo(UUID.class)
                .list());
    }

    /** These, and what has the same bytes as one of them: the same bytes stand in one dossier. */
    List<UUID> withSameBytes(UUID dossierId, Collection<UUID> evidenceIds) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select evidence_id from dossier_evidence join evidence using (evidence_id)
                        where dossier_id = :dossierId
                        and sha256 in (select sha256 from evidence where evidence_id = any(:evidenceIds))
                        order by evidence_id
                        """)
                .bind("dossierId", dossierId)
                .bindArray("evidenceIds", UUID.class, evidenceIds)
                .mapTo(UUID.class)
                .list());
    }

    /** The reports of the dossier that brought what leaves. */
    List<Bringer> bringers(UUID dossierId, Collection<UUID> leaving) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select report_id, bool_or(evidence_id <> all(:leaving)) as stays
                        from dossier_report
                        join sighting using (report_id)
                        join dossier_evidence using (evidence_id)
                        where dossier_report.dossier_id = :dossierId and dossier_evidence.dossier_id = :dossierId
                        group by report_id
                        having bool_or(evidence_id = any(:leaving))
                        order by report_id
                        """)
                .bind("dossierId", dossierId)
                .bindArray("leaving", UUID.class, leaving)
                .map(row -> new Bringer(row.getColumn("report_id", UUID.class), row.getColumn("stays", Boolean.class)))
                .list());
    }

    void move(Collection<UUID> evidenceIds, UUID intoId, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update dossier_evidence set dossier_id = :into, joined_at = :at
                        where evidence_id = any(:evidenceIds)
                        """)
                .bind("into", intoId)
                .bind("at", at)
                .bindArray("evidenceIds", UUID.class, evidenceIds)
                .execute());
    }

    void move(Bringer report, UUID fromId, UUID intoId, Instant at) {
        jdbi.useHandle(handle -> {
            if (!report.stays()) {
                handle.execute(
                        "delete from dossier_report where dossier_id = ? and report_id = ?", fromId, report.reportId());
            }
            handle.execute(
                    "insert into dossier_report (dossier_id, report_id, joined_at) values (?, ?, ?)",
                    intoId,
                    report.reportId(),
                    at);
        });
    }
}
