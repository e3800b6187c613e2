package ma.balagh.intake.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;

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

    private final Session session;

    ConsultationRepository(Session session) {
        this.session = session;
    }

    /**
     * Counts a reading to the person's consultation that is going on.
     *
     * @param since a consultation that began before that is over
     * @return false when none is going on
     */
    boolean add(EvidenceConsultation reading, Instant now, Instant since) {
        return bound(session.createNativeMutationQuery("""
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
                        .setParameter("since", since)
                        .setParameter("ranges", RANGES)
                        .setParameter("purposes", PURPOSES)
                        .executeUpdate()
                == 1;
    }

    /** @return false when one is going on meanwhile */
    boolean begin(EvidenceConsultation reading, Instant now) {
        return bound(session.createNativeMutationQuery("""
                        insert into consultation (evidence_id, subject, compartment, actor, since, until, reads, purposes,
                            other_purposes, ranges)
                        values (:evidence, :subject, :compartment, :actor, :now, :now, 1, array[:purpose], 0,
                            int8multirange(int8range(:from, :to)))
                        on conflict do nothing
                        """), reading, now)
                        .setParameter("actor", reading.actor())
                        .executeUpdate()
                == 1;
    }

    /** Takes out what the person has going on with the evidence. */
    Optional<Closed> end(EvidenceConsultation reading) {
        return session.createNativeQuery("""
                        delete from consultation
                        where evidence_id = :evidence and subject = :subject and compartment = :compartment
                        """ + RETURNED, Tuple.class)
                .setParameter("evidence", reading.evidenceId())
                .setParameter("subject", reading.subject())
                .setParameter("compartment", reading.compartment())
                .uniqueResultOptional()
                .map(ConsultationRepository::closed);
    }

    /** Takes out what began with an evidence before, in the compartment, outside it, or both. */
    List<Closed> endAll(UUID evidenceId, Instant before, boolean inside, boolean outside) {
        return session
                .createNativeQuery("""
                        delete from consultation
                        where evidence_id = :evidence and since <= :before
                          and (compartment and :inside or not compartment and :outside)
                        """ + RETURNED, Tuple.class)
                .setParameter("evidence", evidenceId)
                .setParameter("before", before)
                .setParameter("inside", inside)
                .setParameter("outside", outside)
                .getResultList()
                .stream()
                .map(ConsultationRepository::closed)
                .toList();
    }

    boolean isAnyOf(UUID evidenceId, boolean compartment) {
        return ScalarQuery.of(session, """
                        select exists (
                            select from consultation where evidence_id = :evidence and compartment = :compartment)
                        """, Boolean.class)
                .setParameter("evidence", evidenceId)
                .setParameter("compartment", compartment)
                .getSingleResult();
    }

    /** The evidence of the oldest one that began before. */
    Optional<UUID> oldest(Instant before, boolean inside) {
        return ScalarQuery.of(session, """
                        select evidence_id from consultation
                        where since <= :before and (:inside or not compartment) order by since limit 1
                        """, UUID.class)
                .setParameter("before", before)
                .setParameter("inside", inside)
                .uniqueResultOptional();
    }

    private static MutationQuery bound(MutationQuery statement, EvidenceConsultation reading, Instant now) {
        return statement
                .setParameter("evidence", reading.evidenceId())
                .setParameter("subject", reading.subject())
                .setParameter("compartment", reading.compartment())
                .setParameter("purpose", reading.purpose())
                .setParameter("from", reading.from())
                .setParameter("to", reading.to())
                .setParameter("now", now);
    }

    private static Closed closed(Tuple row) {
        var detail = new TreeMap<String, String>();
        detail.put("subject", row.get("subject", String.class));
        detail.put("from", CustodyEntry.time(row.get("since", Instant.class)));
        detail.put("until", CustodyEntry.time(row.get("until", Instant.class)));
        detail.put("reads", row.get("reads", Integer.class).toString());
        detail.put("ranges", row.get("parts", String.class));
        String[] purposes = row.get("purposes", String[].class);
        for (int i = 0; i < purposes.length; i++) {
            detail.put(i == 0 ? "purpose" : "purpose" + (i + 1), purposes[i]);
        }
        int otherPurposes = row.get("other_purposes", Integer.class);
        if (otherPurposes > 0) {
            detail.put("otherPurposes", Integer.toString(otherPurposes));
        }
        if (row.get("compartment", Boolean.class)) {
            detail.put(CustodyService.COMPARTMENT, CustodyService.INTERNAL_AFFAIRS);
        }
        return new Closed(row.get("evidence_id", UUID.class), row.get("actor", String.class), detail);
    }
}
