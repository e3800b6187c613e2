package ma.balagh.intake.custody;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/** Consultations that are not in a chain yet: for each person and evidence one row, of bounded size. */
@ApplicationScoped
class ConsultationRepository {

    /** So many different purposes are kept; others are counted. */
    static final int PURPOSES = 5;

    /** So many ranges are kept; of more, the one range that covers all. */
    static final int RANGES = 20;

    /** One person's consultation of one evidence, as it becomes an entry. */
    record Closed(UUID evidenceId, String actor, Map<String, String> detail) {}

    private static final String RETURNED = """
             returning evidence_id, actor, subject, compartment, since, until, reads, purposes, other_purposes,
                (select string_agg(lower(part) || '-' || upper(part) - 1, ',' order by part)
                 from unnest(ranges) as part) as parts
            """;

    private final Jdbi jdbi;

    ConsultationRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Counts a reading to the person's consultation that is going on.
     *
     * @param since a consultation that began before that is over
     * @return false when none is going on
     */
    boolean add(Consultation reading, Instant now, Instant since) {
        return jdbi.withHandle(handle -> bound(handle.createUpdate("""
                        update consultation set
                            reads = reads + 1,
                            until = greatest(until, :now),
                            ranges = case
                                when (select count(*) from unnest(ranges + int8multirange(int8range(:from, :to)))) <= :ranges
                                then ranges + int8multirange(int8range(:from, :to))
                                else int8multirange(range_merge(ranges + int8multirange(int8range(:from, :to)))) end,
                            purposes = case
                                when :purpose = any(purposes) or cardinality(purposes) >= :purposes then purposes
                                else purposes || :purpose end,
                            other_purposes = other_purposes + case
                                when :purpose = any(purposes) or cardinality(purposes) < :purposes then 0 else 1 end
                        where evidence_id = :evidence and subject = :subject and compartment = :compartment
                          and since > :since
                        """), reading, now)
                        .bind("since", since)
                        .bind("ranges", RANGES)
                        .bind("purposes", PURPOSES)
                        .execute())
                == 1;
    }

    /** @return false when one is going on meanwhile */
    boolean begin(Consultation reading, Instant now) {
        return jdbi.withHandle(handle -> bound(handle.createUpdate("""
                        insert into consultation (evidence_id, subject, compartment, actor, since, until, reads, purposes,
                            other_purposes, ranges)
                        values (:evidence, :subject, :compartment, :actor, :now, :now, 1, array[:purpose], 0,
                            int8multirange(int8range(:from, :to)))
                        on conflict do nothing
                        """), reading, now)
                        .bind("actor", reading.actor())
                        .execute())
                == 1;
    }

    /** Takes out what the person has going on with the evidence. */
    Optional<Closed> end(Consultation reading) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        delete from consultation
                        where evidence_id = :evidence and subject = :subject and compartment = :compartment
                        """ + RETURNED)
                .bind("evidence", reading.evidenceId())
                .bind("subject", reading.subject())
                .bind("compartment", reading.compartment())
                .map(ConsultationRepository::closed)
                .findOne());
    }

    /** Takes out what began with an evidence before, in the compartment, outside it, or both. */
    List<Closed> endAll(UUID evidenceId, Instant before, boolean inside, boolean outside) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        delete from consultation
                        where evidence_id = :evidence and since <= :before
                          and (compartment and :inside or not compartment and :outside)
                        """ + RETURNED)
                .bind("evidence", evidenceId)
                .bind("before", before)
                .bind("inside", inside)
                .bind("outside", outside)
                .map(ConsultationRepository::closed)
                .list());
    }

    boolean isAnyOf(UUID evidenceId, boolean compartment) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (
                            select from consultation where evidence_id = :evidence and compartment = :compartment)
                        """)
                .bind("evidence", evidenceId)
                .bind("compartment", compartment)
                .mapTo(Boolean.class)
                .one());
    }

    /** The evidence of the oldest one that began before. */
    Optional<UUID> oldest(Instant before, boolean inside) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select evidence_id from consultation
                        where since <= :before and (:inside or not compartment) order by since limit 1
                        """)
                .bind("before", before)
                .bind("inside", inside)
                .mapTo(UUID.class)
                .findOne());
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Consultation reading, Instant now) {
        return statement
                .bind("evidence", reading.evidenceId())
                .bind("subject", reading.subject())
                .bind("compartment", reading.compartment())
                .bind("purpose", reading.purpose())
                .bind("from", reading.from())
                .bind("to", reading.to())
                .bind("now", now);
    }

    private static Closed closed(ResultSet row, StatementContext context) throws SQLException {
        var detail = new TreeMap<String, String>();
        detail.put("subject", row.getString("subject"));
        detail.put("from", time(row, "since"));
        detail.put("until", time(row, "until"));
        detail.put("reads", Integer.toString(row.getInt("reads")));
        detail.put("ranges", row.getString("parts"));
        Array purposes = row.getArray("purposes");
        int number = 1;
        for (Object purpose : (Object[]) purposes.getArray()) {
            detail.put(number == 1 ? "purpose" : "purpose" + number, (String) purpose);
            number++;
        }
        if (row.getInt("other_purposes") > 0) {
            detail.put("otherPurposes", Integer.toString(row.getInt("other_purposes")));
        }
        if (row.getBoolean("compartment")) {
            detail.put(CustodyLog.COMPARTMENT, CustodyLog.INTERNAL_AFFAIRS);
        }
        return new Closed(row.getObject("evidence_id", UUID.class), row.getString("actor"), detail);
    }

    private static String time(ResultSet row, String column) throws SQLException {
        return CustodyEntry.time(row.getObject(column, OffsetDateTime.class).toInstant());
    }
}
