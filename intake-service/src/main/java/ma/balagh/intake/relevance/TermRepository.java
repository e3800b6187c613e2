package ma.balagh.intake.relevance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;

/** The table {@code relevance_terms}: versions of the list of terms. Also who has no transaction may ask for them. */
@ApplicationScoped
@Transactional
class TermRepository {

    private static final TypeReference<List<Term>> TERMS = new TypeReference<>() {};

    private final Session session;
    private final ObjectMapper json;

    TermRepository(Session session, ObjectMapper json) {
        this.session = session;
        this.json = json;
    }

    /** Lets nobody else make a version until the transaction ends. */
    void lock() {
        session.createNativeMutationQuery("lock table relevance_terms in share row exclusive mode")
                .executeUpdate();
    }

    /** @return 0 where there is none */
    int newest() {
        return ScalarQuery.of(session, "select coalesce(max(version), 0) from relevance_terms", Integer.class)
                .getSingleResult();
    }

    Optional<TermVersion> find(int version) {
        return session.createNativeQuery("""
                        select version, threshold, terms, reason, person_name, made_at
                        from relevance_terms where version = :version
                        """, Tuple.class)
                .setParameter("version", version)
                .uniqueResultOptional()
                .map(this::version);
    }

    /** Newest first. */
    List<TermsView.TermsSummary> before(int version, int fetch) {
        return session
                .createNativeQuery("""
                        select version, threshold, jsonb_array_length(terms) as count, reason, person_name, made_at
                        from relevance_terms where version < :version order by version desc limit :fetch
                        """, Tuple.class)
                .setParameter("version", version)
                .setParameter("fetch", fetch)
                .getResultList()
                .stream()
                .map(row -> new TermsView.TermsSummary(
                        row.get("version", Integer.class),
                        row.get("threshold", Integer.class),
                        row.get("count", Integer.class),
                        row.get("reason", String.class),
                        row.get("person_name", String.class),
                        row.get("made_at", Instant.class)))
                .toList();
    }

    /** Where another replica made this version already, that one stays. */
    void insert(TermVersion version, String person) {
        session.createNativeMutationQuery("""
                        insert into relevance_terms (version, threshold, terms, reason, person, person_name, made_at)
                        values (:version, :threshold, cast(:terms as jsonb), :reason, :person, :name, :at)
                        on conflict do nothing
                        """)
                .setParameter("version", version.version())
                .setParameter("threshold", version.list().threshold())
                .setParameter("terms", written(version.list().terms()))
                .setParameter("reason", version.reason())
                .setParameter("person", person)
                .setParameter("name", version.by())
                .setParameter("at", version.at())
                .executeUpdate();
    }

    private TermVersion version(Tuple row) {
        return new TermVersion(
                row.get("version", Integer.class),
                new TermList(row.get("threshold", Integer.class), read(row.get("terms", String.class))),
                row.get("reason", String.class),
                row.get("person_name", String.class),
                row.get("made_at", Instant.class));
    }

    private String written(List<Term> terms) {
        try {
            return json.writeValueAsString(terms);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("terms can be written", e);
        }
    }

    private List<Term> read(String terms) {
        try {
            return json.readValue(terms, TERMS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("terms cannot be read", e);
        }
    }
}
