package ma.balagh.intake.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/** The table {@code answer_text}: the versions that follow those that come with the system. */
@ApplicationScoped
class TextVersionRepository {

    private final Session session;

    TextVersionRepository(Session session) {
        this.session = session;
    }

    /** The newest version of each text that was edited. */
    List<TextVersion> newest() {
        return session.createNativeQuery("""
                        select distinct on (key) key, version, ar, fr, en, edited_at, edited_by, approved_by
                        from answer_text order by key, version desc
                        """, Tuple.class).getResultList().stream()
                .map(TextVersionRepository::version)
                .toList();
    }

    /** Newest first. */
    List<TextVersion> before(String key, int version, int fetch) {
        return session
                .createNativeQuery("""
                        select key, version, ar, fr, en, edited_at, edited_by, approved_by from answer_text
                        where key = :key and version < :version order by version desc limit :fetch
                        """, Tuple.class)
                .setParameter("key", key)
                .setParameter("version", version)
                .setParameter("fetch", fetch)
                .getResultList()
                .stream()
                .map(TextVersionRepository::version)
                .toList();
    }

    /**
     * @param subject of who proposed it, as the token has it
     * @param approver the subject of who confirmed it
     */
    void insert(TextVersion edited, String subject, String approver) {
        session.createNativeMutationQuery("""
                        insert into answer_text
                            (key, version, ar, fr, en, edited_at, edited_by, subject, approved_by, approver_subject)
                        values (:key, :version, :ar, :fr, :en, :at, :by, :subject, :approvedBy, :approver)
                        """)
                .setParameter("key", edited.key())
                .setParameter("version", edited.version())
                .setParameter("ar", edited.text().ar())
                .setParameter("fr", edited.text().fr())
                .setParameter("en", edited.text().en())
                .setParameter("at", edited.editedAt())
                .setParameter("by", edited.editedBy())
                .setParameter("subject", subject)
                .setParameter("approvedBy", edited.approvedBy())
                .setParameter("approver", approver)
                .executeUpdate();
    }

    private static TextVersion version(Tuple row) {
        return new TextVersion(
                row.get("key", String.class),
                row.get("version", Integer.class),
                new AnswerText(row.get("ar", String.class), row.get("fr", String.class), row.get("en", String.class)),
                row.get("edited_at", Instant.class),
                row.get("edited_by", String.class),
                row.get("approved_by", String.class),
                null);
    }
}
