package ma.balagh.intake.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.intake.ReportErased;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;

/** Empties the columns of all tables that tell what reports, their reporters and items said. */
@ApplicationScoped
class ReportErasureRepository {

    /** Words of one of so many young reports are taken for common ones, and not looked up one by one. */
    private static final int YOUNG = 5_000;

    private static final String WORDS_OF_REPORT = "words_to_know(report_words(title, text, place, null))";

    private final Session session;

    ReportErasureRepository(Session session) {
        this.session = session;
    }

    /** Holds reports until the transaction ends, in the order of their ids, as answers do. */
    List<UUID> lock(Collection<UUID> ids) {
        return ScalarQuery.of(session, "select id from report where id = any(:ids) order by id for update", UUID.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
    }

    void eraseIdentities(Collection<UUID> reportIds) {
        execute("delete from reporter_identity where report_id = any(:ids)", reportIds);
    }

    /** What items say; their keys stay, so that their sources do not bring them back. */
    void eraseItems(Collection<UUID> ids) {
        // Recording a sighting holds its first item: the next statement sees all that were recorded.
        ScalarQuery.of(session, "select id from item where id = any(:ids) order by id for update", UUID.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
        execute("""
                with unmarked as (delete from item_mark where item_id = any(:ids))
                update item set
                    erased_at = now(), identity = null, address = null, title = '', text = '', media = '{}',
                    language = null,
                    assessment = jsonb_build_object('score', score, 'relevant', false, 'termsVersion', 0,
                        'reasons', cast('[]' as jsonb), 'places', cast('[]' as jsonb), 'times', cast('[]' as jsonb))
                where (id = any(:ids) or sighting_of = any(:ids)) and erased_at is null
                """, ids);
    }

    /** @return those of these that were not erased before */
    List<ReportErased> eraseReports(Collection<UUID> ids) {
        List<String> words = ScalarQuery.of(
                        session,
                        "select distinct word from report, %s as word where id = any(:ids)".formatted(WORDS_OF_REPORT),
                        String.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
        List<ReportErased> erased = session
                .createNativeQuery("""
                        update report set
                            erased_at = now(), title = null, text = null, url = null, place = null, latitude = null,
                            longitude = null, occurred_at = null, version = version + 1
                        where id = any(:ids) and erased_at is null
                        returning id, jurisdiction, erased_at
                        """, Tuple.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .map(row -> new ReportErased(
                        row.get("id", UUID.class),
                        row.get("jurisdiction", String.class),
                        row.get("erased_at", Instant.class)))
                .toList();
        execute("update report_evidence set file_name = null where report_id = any(:ids)", ids);
        eraseItems(itemsOf(ids));
        execute("""
                update media_link set
                    url = '', address_key = sha256(''), state = 'ERASED', since = now(), evidence_id = null, reason = null, detail = null,
                    next_attempt_at = null, lease_owner = null, lease_until = null, progress_bytes = null,
                    progress_validator = null, progress_since = null
                where report_id = any(:ids)
                """, ids);
        eraseAddresses(ids);
        eraseUnused(words);
        return erased;
    }

    /** What people search with is not corrected to a word that nobody has any more. */
    private void eraseUnused(List<String> words) {
        session.createNativeMutationQuery("""
                        delete from report_word
                        where word = any(:words)
                          and word not in (
                              select word from (select title, text, place from report order by received_at desc limit :young) young,
                                  %1$s as word)
                          and not exists (
                              select from report
                              where search @@ without_final_hamza(plainto_tsquery('report', report_word.word))
                                and report_word.word in (select %1$s))
                        """.formatted(WORDS_OF_REPORT))
                .setParameter("words", words.toArray(String[]::new))
                .setParameter("young", YOUNG)
                .executeUpdate();
    }

    /**
     * Empties the record of where media were fetched for reports whose words are erased, except where it shows the origin of
     * evidence whose bytes are kept.
     */
    private void eraseAddresses(Collection<UUID> reportIds) {
        execute("""
                update media_fetch set
                    address = '', final_address = '', redirects = '[]', headers = '[]', detail = null,
                    connected_to = null, tls_subject = null, tls_sha256 = null, page = null
                from media_link join report on report.id = media_link.report_id
                where media_link.id = media_fetch.link_id and report.id = any(:ids) and report.erased_at is not null
                  and media_fetch.address <> ''
                  and not exists (
                      select from media_fetch became join evidence on evidence.id = became.evidence_id
                      where became.link_id = media_fetch.link_id and evidence.erased_at is null)
                """, reportIds);
    }

    /** The same for all reports that these evidences are in. */
    void eraseOrigins(Collection<UUID> evidenceIds) {
        eraseAddresses(ScalarQuery.of(
                        session,
                        "select distinct report_id from report_evidence where evidence_id = any(:ids)",
                        UUID.class)
                .setParameter("ids", evidenceIds.toArray(UUID[]::new))
                .getResultList());
    }

    private List<UUID> itemsOf(Collection<UUID> reportIds) {
        return ScalarQuery.of(session, "select id from item where report_id = any(:ids)", UUID.class)
                .setParameter("ids", reportIds.toArray(UUID[]::new))
                .getResultList();
    }

    private void execute(String sql, Collection<UUID> ids) {
        session.createNativeMutationQuery(sql)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .executeUpdate();
    }
}
