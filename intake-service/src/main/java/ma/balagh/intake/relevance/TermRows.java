package ma.balagh.intake.relevance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Versions of the list of terms in the database. */
@ApplicationScoped
class TermRows {

    private static final TypeReference<List<Term>> TERMS = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final ObjectMapper json;

    TermRows(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** Lets nobody else make a version until the transaction ends. */
    void lock() {
        jdbi.useHandle(handle -> handle.execute("lock table relevance_terms in share row exclusive mode"));
    }

    /** @return 0 where there is none */
    int newest() {
        return jdbi.withHandle(handle -> handle.createQuery("select coalesce(max(version), 0) from relevance_terms")
                .mapTo(Integer.class)
                .one());
    }

    Optional<TermVersion> find(int version) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select version, threshold, terms, reason, person_name, made_at
                        from relevance_terms where version = :version
                        """)
                .bind("version", version)
                .map(this::version)
                .findOne());
    }

    /** Newest first. */
    List<TermsView.TermsSummary> before(int version, int fetch) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select version, threshold, jsonb_array_length(terms) as count, reason, person_name, made_at
                        from relevance_terms where version < :version order by version desc limit :fetch
                        """)
                .bind("version", version)
                .bind("fetch", fetch)
                .map((row, context) -> new TermsView.TermsSummary(
                        row.getInt("version"),
                        row.getInt("threshold"),
                        row.getInt("count"),
                        row.getString("reason"),
                        row.getString("person_name"),
                        madeAt(row)))
                .list());
    }

    /** Where another replica made this version already, that one stays. */
    void insert(TermVersion version, String person) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into relevance_terms (version, threshold, terms, reason, person, person_name, made_at)
                        values (:version, :threshold, cast(:terms as jsonb), :reason, :person, :name, :at)
                        on conflict do nothing
                        """)
                .bind("version", version.version())
                .bind("threshold", version.list().threshold())
                .bind("terms", written(version.list().terms()))
                .bind("reason", version.reason())
                .bind("person", person)
                .bind("name", version.by())
                .bind("at", version.at())
                .execute());
    }

    private TermVersion version(ResultSet row, StatementContext context) throws SQLException {
        return new TermVersion(
                row.getInt("version"),
                new TermList(row.getInt("threshold"), read(row.getString("terms"))),
                row.getString("reason"),
                row.getString("person_name"),
                madeAt(row));
    }

    private static Instant madeAt(ResultSet row) throws SQLException {
        return row.getObject("made_at", OffsetDateTime.class).toInstant();
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
