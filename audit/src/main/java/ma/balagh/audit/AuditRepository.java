package ma.balagh.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.TimePosition;
import ma.balagh.persistence.NamedValueBinder;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The view {@code audit_entry}, which each service makes over its own tables, and the table {@code audit_consultation}. */
@ApplicationScoped
class AuditRepository {

    private static final Duration FIRST_TIME = Duration.ofDays(1);
    private static final Duration LONGEST_TIME = Duration.ofDays(1_000);

    private final Session session;

    AuditRepository(Session session) {
        this.session = session;
    }

    /**
     * Newest first, those that exist for the caller. Looked for in ever longer times: PostgreSQL begins each part of the view
     * at its index by time, and sorts what lies in that time alone.
     */
    List<AuditEntryView> entries(AuditFilter filter, Optional<TimePosition> after, int fetch) {
        Instant newest = after.map(TimePosition::at).orElse(filter.to() == null ? Instant.now() : filter.to());
        for (Duration time = FIRST_TIME; time.compareTo(LONGEST_TIME) <= 0; time = time.multipliedBy(10)) {
            Instant since = newest.minus(time);
            if (filter.from() != null && !since.isAfter(filter.from())) {
                break;
            }
            var found = entries(filter.since(since), after, fetch, session);
            if (found.size() == fetch) {
                return found;
            }
        }
        return entries(filter, after, fetch, session);
    }

    private static List<AuditEntryView> entries(
            AuditFilter filter, Optional<TimePosition> after, int fetch, Session session) {
        var values = new HashMap<String, Object>();
        var conditions = conditions(filter, values);
        after.ifPresent(position -> {
            // The first half is what an index by time can begin at.
            conditions.add("at <= :lastAt and (at, id) < (:lastAt, :lastId)");
            values.put("lastAt", position.at());
            values.put("lastId", position.id());
        });
        var query = session.createNativeQuery(
                "select id, at, person_id, person_name, kind, record_type, record_id, purpose from audit_entry where "
                        + String.join(" and ", conditions)
                        + " order by at desc, id desc limit :fetch",
                Tuple.class);
        return NamedValueBinder.bind(values, query).setParameter("fetch", fetch).getResultList().stream()
                .map(AuditRepository::entry)
                .toList();
    }

    /** Only what is asked for stands in the statement: of {@code :x is null or column = :x} no index serves the second half. */
    private static List<String> conditions(AuditFilter filter, Map<String, Object> values) {
        var conditions = new ArrayList<>(List.of("true"));
        add("(person_id = :person or person_name = :person)", "person", filter.person(), conditions, values);
        add("record_id = :record", "record", filter.record(), conditions, values);
        add("kind = :kind", "kind", filter.kind() == null ? null : filter.kind().name(), conditions, values);
        add("position(lower(:purpose) in lower(purpose)) > 0", "purpose", filter.purpose(), conditions, values);
        add("at >= :from", "from", filter.from(), conditions, values);
        add("at < :to", "to", filter.to(), conditions, values);
        return conditions;
    }

    private static void add(
            String condition,
            String name,
            @Nullable Object value,
            List<String> conditions,
            Map<String, Object> values) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    /** That somebody read the trail, and what they asked for. */
    void record(UUID id, Caller reader, AuditFilter filter) {
        session.createNativeMutationQuery("""
                        insert into audit_consultation (id, person, person_name, jurisdictions, consulted_at, asked_person,
                                                        asked_record, asked_kind, asked_purpose, asked_from, asked_to)
                        values (:id, :person, :name, cast(:jurisdictions as text[]), now(), :askedPerson, cast(:askedRecord as uuid), :askedKind,
                                :askedPurpose, cast(:askedFrom as timestamptz), cast(:askedTo as timestamptz))
                        """)
                .setParameter("id", id)
                .setParameter("person", reader.id())
                .setParameter("name", reader.name())
                .setParameter("jurisdictions", reader.jurisdictions().codes().toArray(String[]::new))
                .setParameter("askedPerson", filter.person(), String.class)
                .setParameter("askedRecord", filter.record(), UUID.class)
                .setParameter(
                        "askedKind",
                        filter.kind() == null ? null : filter.kind().name(),
                        String.class)
                .setParameter("askedPurpose", filter.purpose(), String.class)
                .setParameter("askedFrom", filter.from(), Instant.class)
                .setParameter("askedTo", filter.to(), Instant.class)
                .executeUpdate();
    }

    static AuditEntryView entry(Tuple row) {
        return new AuditEntryView(
                row.get("id", UUID.class),
                row.get("at", Instant.class),
                row.get("person_id", String.class),
                row.get("person_name", String.class),
                AuditKind.valueOf(row.get("kind", String.class)),
                row.get("record_type", String.class),
                row.get("record_id", UUID.class),
                row.get("purpose", String.class),
                null);
    }
}
