package ma.balagh.analysis.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.balagh.analysis.dossier.DossierVisibility;
import ma.balagh.analysis.report.ReportVisibility;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;

/** Reads where reports stand that somebody attaches to a dossier, and puts them there. */
@ApplicationScoped
class AttachmentRepository {

    private final Session session;

    AttachmentRepository(Session session) {
        this.session = session;
    }

    /** Keeps everybody else from placing these reports before the transaction ends. */
    void lock(Collection<UUID> reportIds) {
        ScalarQuery.of(
                        session,
                        "select report_id from placement where report_id = any(:ids) order by report_id for update",
                        UUID.class)
                .setParameter("ids", array(reportIds))
                .getResultList();
    }

    List<UUID> openDossiersOf(Collection<UUID> reportIds) {
        return ScalarQuery.of(session, """
                        select distinct dossier_id from dossier_report join dossier using (dossier_id)
                        where report_id = any(:ids) and state = 'OPEN'
                        """, UUID.class)
                .setParameter("ids", array(reportIds))
                .getResultList();
    }

    /**
     * By the reports' ids; those that exist for the one visibility, with the dossiers that exist for the other. Of a dossier
     * that does not, nothing shows but that it is there, and not even that where it lies in the compartment.
     */
    Map<UUID, AttachmentCandidate> candidates(
            UUID dossierId,
            Collection<UUID> reportIds,
            DossierVisibility visibility,
            ReportVisibility reportVisibility) {
        var query = session.createNativeQuery(
                """
                with standing as (
                    select dossier.dossier_id, dossier.state, dossier.compartment, %s as seen,
                        exists (
                            select 1 from dossier_report beside
                            where beside.dossier_id = dossier.dossier_id and beside.report_id <> all(:ids)) as crowded
                    from dossier
                    where dossier.dossier_id <> :dossierId and dossier.dossier_id in (
                        select dossier_id from dossier_report where report_id = any(:ids))),
                other as (select * from standing where seen or compartment = 'COMMON')
                select placement.report_id,
                    exists (
                        select 1 from dossier_report
                        where report_id = placement.report_id and dossier_id = :dossierId) as there,
                    exists (
                        select 1 from report
                        where report_id = placement.report_id and answer_kind is not null) as answered,
                    coalesce(bool_or(other.seen and other.state <> 'OPEN'), false) as judged,
                    coalesce(bool_or(not other.seen or other.crowded), false) as shared,
                    array_remove(array_agg(other.dossier_id), null) as alone
                from placement
                left join dossier_report on dossier_report.report_id = placement.report_id
                left join other on other.dossier_id = dossier_report.dossier_id
                where placement.report_id = any(:ids) and %s
                group by placement.report_id
                """.formatted(DossierVisibility.CONDITION, ReportVisibility.condition("placement.report_id")),
                Tuple.class);
        visibility.parameters().forEach(query::setParameter);
        reportVisibility.parameters().forEach(query::setParameter);
        return query.setParameter("dossierId", dossierId)
                .setParameter("ids", array(reportIds))
                .getResultStream()
                .map(AttachmentRepository::candidate)
                .collect(Collectors.toMap(AttachmentCandidate::reportId, Function.identity()));
    }

    /** @return those that had not come along with a dossier */
    List<UUID> join(UUID dossierId, Collection<UUID> reportIds, Instant at) {
        session.createNativeMutationQuery(
                        "update placement set placed_at = coalesce(placed_at, :at) where report_id = any(:ids)")
                .setParameter("at", at)
                .setParameter("ids", array(reportIds))
                .executeUpdate();
        return ScalarQuery.of(session, """
                        insert into dossier_report (dossier_id, report_id, joined_at)
                        select :dossierId, report_id, :at from unnest(:ids) as attached (report_id)
                        on conflict do nothing
                        returning report_id
                        """, UUID.class)
                .setParameter("dossierId", dossierId)
                .setParameter("at", at)
                .setParameter("ids", array(reportIds))
                .getResultList();
    }

    private static AttachmentCandidate candidate(Tuple row) {
        return new AttachmentCandidate(
                row.get("report_id", UUID.class),
                row.get("there", Boolean.class),
                row.get("answered", Boolean.class),
                row.get("judged", Boolean.class),
                row.get("shared", Boolean.class),
                List.of(row.get("alone", UUID[].class)));
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
