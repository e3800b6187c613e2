package ma.balagh.dispatch.communique;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.personaldata.PersonalDataKind;
import org.hibernate.Session;

/** The table {@code finding_answer}. */
@ApplicationScoped
class FindingAnswerRepository {

    private final Session session;

    FindingAnswerRepository(Session session) {
        this.session = session;
    }

    /** The first answer stands. */
    void insert(UUID communiqueId, int textVersion, FindingAnswer answer, String answeredById) {
        session.createNativeMutationQuery("""
                        insert into finding_answer (id, communique_id, text_version, language, kind, from_at, to_at, reason,
                                                    answered_at, answered_by_id, answered_by)
                        values (:id, :communiqueId, :textVersion, :language, :kind, :from, :to, :reason, :at, :byId, :by)
                        on conflict on constraint finding_answer_place_key do nothing
                        """)
                .setParameter("id", IdGenerator.next())
                .setParameter("communiqueId", communiqueId)
                .setParameter("textVersion", textVersion)
                .setParameter("language", answer.language())
                .setParameter("kind", answer.kind().name())
                .setParameter("from", answer.from())
                .setParameter("to", answer.to())
                .setParameter("reason", answer.reason())
                .setParameter("at", answer.at())
                .setParameter("byId", answeredById)
                .setParameter("by", answer.by())
                .executeUpdate();
    }

    /** Those about the present texts. */
    List<FindingAnswer> of(Communique communique) {
        return session
                .createNativeQuery("""
                        select language, kind, from_at, to_at, reason, answered_by, answered_at
                        from finding_answer
                        where communique_id = :communiqueId and text_version = :textVersion
                        order by id
                        """, Tuple.class)
                .addScalar("language", String.class)
                .addScalar("kind", String.class)
                .addScalar("from_at", Integer.class)
                .addScalar("to_at", Integer.class)
                .addScalar("reason", String.class)
                .addScalar("answered_by", String.class)
                .addScalar("answered_at", Instant.class)
                .setParameter("communiqueId", communique.id())
                .setParameter("textVersion", communique.textVersion())
                .stream()
                .map(row -> new FindingAnswer(
                        row.get("language", String.class),
                        PersonalDataKind.valueOf(row.get("kind", String.class)),
                        row.get("from_at", Integer.class),
                        row.get("to_at", Integer.class),
                        row.get("reason", String.class),
                        row.get("answered_by", String.class),
                        row.get("answered_at", Instant.class)))
                .toList();
    }
}
