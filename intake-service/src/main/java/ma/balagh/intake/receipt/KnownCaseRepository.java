package ma.balagh.intake.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.balagh.intake.report.Answer;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;

/** Reads the tables {@code dossier} and {@code dossier_report} along the cases that recordings are copies of. */
@ApplicationScoped
class KnownCaseRepository {

    private final Session session;

    KnownCaseRepository(Session session) {
        this.session = session;
    }

    /**
     * What became of the earlier cases that the dossiers of reports belong to, from copy to copy back to the first, and to
     * what such a case was joined to. Of one that was forwarded nothing is told.
     *
     * @return by report, the answer that says most; a report without any is absent
     */
    Map<UUID, Answer> answers(Collection<UUID> reportIds) {
        record Told(UUID reportId, Answer answer) {}
        List<Told> told = session
                .createNativeQuery("""
                        with recursive earlier (report_id, id) as (
                            select dossier_report.report_id, known_case
                            from dossier join dossier_report on dossier_report.dossier_id = dossier.id
                            where dossier_report.report_id = any(:reports) and answer_kind = 'KNOWN_CASE'
                            union
                            select report_id, coalesce(merged_into, known_case) from dossier join earlier using (id)
                            where answer_kind = 'KNOWN_CASE' or merged_into is not null
                        )
                        select report_id, answer_kind, answer_outcome, decided_at from dossier join earlier using (id)
                        where answer_kind <> 'KNOWN_CASE' and not forwarded
                        """, Tuple.class)
                .setParameter("reports", reportIds.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .map(row -> new Told(row.get("report_id", UUID.class), DossierCopyRepository.answer(row)))
                .toList();
        return told.stream().collect(Collectors.toMap(Told::reportId, Told::answer, AnswerComparator::better));
    }

    /** The reports whose recordings belong to that case, by way of other copies, too: their receipts tell its answer. */
    List<UUID> reportsOfCopies(UUID dossierId) {
        return ScalarQuery.of(session, """
                        with recursive copy (id) as (
                            select id from dossier
                            where known_case = :id and answer_kind = 'KNOWN_CASE' or merged_into = :id
                            union
                            select dossier.id from dossier join copy
                                on dossier.known_case = copy.id and dossier.answer_kind = 'KNOWN_CASE'
                                or dossier.merged_into = copy.id
                        )
                        select distinct report_id from dossier_report join copy on copy.id = dossier_id
                        order by report_id
                        """, UUID.class)
                .setParameter("id", dossierId)
                .getResultList();
    }
}
