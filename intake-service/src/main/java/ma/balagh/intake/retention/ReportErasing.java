package ma.balagh.intake.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.intake.ReportErased;
import ma.balagh.messaging.Outbox;
import org.jdbi.v3.core.Handle;

/** Erases what reports said, wherever it stands here, and tells whoever copied it; in the caller's transaction. */
@ApplicationScoped
class ReportErasing {

    /** Words of one of so many young reports are taken for common ones, and not looked up one by one. */
    private static final int YOUNG = 5_000;

    /** What an item says; its key stays, so that its source does not bring it back. */
    static final String ITEMS = """
            with unmarked as (delete from item_mark where item_id = any(:ids))
            update item set
                erased_at = now(), identity = null, address = null, title = '', text = '', media = '{}',
                language = null,
                assessment = jsonb_build_object('score', score, 'relevant', false, 'termsVersion', 0,
                    'reasons', '[]'::jsonb, 'places', '[]'::jsonb, 'times', '[]'::jsonb)
            where (id = any(:ids) or sighting_of = any(:ids)) and erased_at is null
            """;

    private static final String WORDS_OF_REPORT = "words_to_know(report_words(title, text, place, null))";

    private static final String UNUSED_WORDS = """
            delete from report_word
            where word = any(:words)
              and word not in (
                  select word from (select title, text, place from report order by received_at desc limit :young) young,
                      <words> as word)
              and not exists (
                  select from report
                  where search @@ without_final_hamza(plainto_tsquery('report', report_word.word))
                    and report_word.word in (select <words>))
            """;

    private final Outbox outbox;

    ReportErasing(Outbox outbox) {
        this.outbox = outbox;
    }

    void erase(Handle handle, Collection<UUID> ids) {
        List<String> words = handle.createQuery(
                        "select distinct word from report, <words> as word where id = any(:ids)")
                .define("words", WORDS_OF_REPORT)
                .bindArray("ids", UUID.class, ids)
                .mapTo(String.class)
                .list();
        handle.createQuery("""
                        update report set
                            erased_at = now(), title = null, text = null, url = null, place = null, latitude = null,
                            longitude = null, occurred_at = null, version = version + 1
                        where id = any(:ids) and erased_at is null
                        returning id, jurisdiction, erased_at
                        """)
                .bindArray("ids", UUID.class, ids)
                .map((row, context) -> new ReportErased(
                        row.getObject("id", UUID.class),
                        row.getString("jurisdiction"),
                        row.getObject("erased_at", OffsetDateTime.class).toInstant()))
                .list()
                .forEach(outbox::publish);
        execute(handle, "update report_evidence set file_name = null where report_id = any(:ids)", ids);
        execute(handle, ITEMS, items(handle, ids));
        execute(handle, """
                update media_link set
                    url = '', address_key = sha256(''), state = 'ERASED', since = now(), evidence_id = null, reason = null, detail = null,
                    next_attempt_at = null, lease_owner = null, lease_until = null, progress_bytes = null,
                    progress_validator = null, progress_since = null
                where report_id = any(:ids)
                """, ids);
        eraseAddresses(handle, ids);
        // What people search with is not corrected to a word that nobody has any more.
        handle.createUpdate(UNUSED_WORDS)
                .define("words", WORDS_OF_REPORT)
                .bindArray("words", String.class, words)
                .bind("young", YOUNG)
                .execute();
    }

    /**
     * Empties the record of where media were fetched for reports whose words are erased, except where it shows the origin of
     * evidence whose bytes are kept.
     */
    void eraseAddresses(Handle handle, Collection<UUID> reportIds) {
        execute(handle, """
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

    /** The same for all reports that these evidences stand in. */
    void eraseOrigins(Handle handle, Collection<UUID> evidenceIds) {
        eraseAddresses(
                handle,
                handle.createQuery("select distinct report_id from report_evidence where evidence_id = any(:ids)")
                        .bindArray("ids", UUID.class, evidenceIds)
                        .mapTo(UUID.class)
                        .list());
    }

    private static List<UUID> items(Handle handle, Collection<UUID> reportIds) {
        return handle.createQuery("select id from item where report_id = any(:ids)")
                .bindArray("ids", UUID.class, reportIds)
                .mapTo(UUID.class)
                .list();
    }

    private static void execute(Handle handle, String sql, Collection<UUID> ids) {
        handle.createUpdate(sql).bindArray("ids", UUID.class, ids).execute();
    }
}
