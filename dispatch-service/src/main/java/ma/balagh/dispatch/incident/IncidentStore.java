package ma.balagh.dispatch.incident;

import static ma.balagh.dispatch.Columns.instant;
import static ma.balagh.dispatch.Columns.nullableDouble;
import static ma.balagh.dispatch.Columns.nullableInstant;
import static ma.balagh.dispatch.Columns.nullableString;
import static ma.balagh.dispatch.Columns.uuid;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.http.PageRequest;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** The table {@code incident}. */
@ApplicationScoped
class IncidentStore {

    /** What {@link Scope} lets through. */
    private static final String IN_SCOPE = """
            jurisdiction like any(:jurisdictions)
            and (cast(:callSign as text) is null
                 or exists (select from assignment join unit on unit.id = assignment.unit_id
                            where assignment.incident_id = incident.id and coalesce(unit.sign, unit.call_sign) = :callSign))
            """;

    private final Jdbi jdbi;

    IncidentStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @return false when the verdict was withdrawn, or has its incident, or the dossier has one that is not over */
    boolean insert(Incident incident) {
        return jdbi.withHandle(
                        handle -> bind(handle.createUpdate("""
                                        insert into incident (id, dossier_id, verdict_id, jurisdiction, severity, state, attended,
                                                              place, latitude, longitude, occurred_at,
                                                              verdict_confirmed_at, opened_at, version)
                                        select :id, :dossierId, :verdictId, :jurisdiction, :severity, :state, :attended,
                                               :place, :latitude, :longitude, :occurredAt,
                                               :verdictConfirmedAt, :openedAt, :version
                                        where not exists (
                                            select from withdrawn_verdict where verdict_id = :verdictId)
                                        on conflict do nothing
                                        """), incident).execute())
                == 1;
    }

    void update(Incident incident) {
        var outcome = incident.outcome().orElse(null);
        var referral = incident.referral().orElse(null);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update incident
                        set state = :state, attended = :attended, outcome_kind = :outcomeKind,
                            outcome_persons = :persons, outcome_note = :note, resolved_at = :resolvedAt,
                            resolved_by = :resolvedBy, referral_court = :court, referral_reference = :reference,
                            referred_at = :referredAt, verdict_id = :verdictId, severity = :severity, place = :place,
                            latitude = :latitude, longitude = :longitude, occurred_at = :occurredAt,
                            verdict_confirmed_at = :verdictConfirmedAt,
                            verdict_withdrawn_at = :verdictWithdrawnAt, version = :version
                        where id = :id
                        """)
                .bind("id", incident.id())
                .bind("verdictId", incident.verdictId())
                .bind("severity", incident.severity())
                .bind("place", incident.place())
                .bind("latitude", incident.latitude())
                .bind("longitude", incident.longitude())
                .bind("occurredAt", incident.occurredAt())
                .bind("verdictConfirmedAt", incident.verdictConfirmedAt())
                .bind("verdictWithdrawnAt", incident.verdictWithdrawnAt())
                .bind("state", incident.state().name().name())
                .bind("attended", incident.state().attended())
                .bind("outcomeKind", outcome == null ? null : outcome.kind().name())
                .bind("persons", outcome == null ? null : (Integer) outcome.persons())
                .bind("note", outcome == null ? null : outcome.note())
                .bind("resolvedAt", outcome == null ? null : outcome.at())
                .bind("resolvedBy", outcome == null ? null : outcome.by())
                .bind("court", referral == null ? null : referral.court())
                .bind("reference", referral == null ? null : referral.reference())
                .bind("referredAt", referral == null ? null : referral.at())
                .bind("version", incident.version())
                .execute());
    }

    Optional<Incident> find(UUID id, Scope scope) {
        return one("select * from incident where id = :id and " + IN_SCOPE, id, scope);
    }

    /** The incident, held until the end of the transaction: whatever changes it or its assignments holds it first. */
    Optional<Incident> lock(UUID id, Scope scope) {
        return one("select * from incident where id = :id and " + IN_SCOPE + " for update of incident", id, scope);
    }

    /** The incident that was opened for that verdict, held until the end of the transaction. */
    Optional<Incident> lockOfVerdict(UUID verdictId) {
        return held("verdict_id = :id", verdictId);
    }

    /** The incident of a dossier that was not cancelled although its verdict was withdrawn, held likewise. */
    Optional<Incident> lockWithoutVerdict(UUID dossierId) {
        return held("""
                dossier_id = :id and verdict_withdrawn_at is not null and state <> 'CANCELLED'
                order by id desc limit 1
                """, dossierId);
    }

    private Optional<Incident> held(String condition, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from incident where " + condition + " for update")
                .bind("id", id)
                .map((row, context) -> incident(row))
                .findOne());
    }

    boolean isWithdrawn(UUID verdictId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select from withdrawn_verdict where verdict_id = :id)")
                        .bind("id", verdictId)
                        .mapTo(Boolean.class)
                        .one());
    }

    /** @return false when that is known already */
    boolean withdraw(UUID verdictId, Instant at) {
        return jdbi.withHandle(handle -> handle.execute(
                        "insert into withdrawn_verdict (verdict_id, withdrawn_at) values (?, ?) on conflict do nothing",
                        verdictId,
                        at))
                == 1;
    }

    private Optional<Incident> one(String sql, UUID id, Scope scope) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("id", id)
                .bindArray("jurisdictions", String.class, scope.jurisdictions().patterns())
                .bind("callSign", scope.callSign())
                .map((row, context) -> incident(row))
                .findOne());
    }

    List<Incident> list(Scope scope, IncidentFilter filter, PageRequest page) {
        var state = filter.state();
        return jdbi.withHandle(handle -> handle.createQuery("select * from incident where " + IN_SCOPE + """
                          and (cast(:state as text) is null or state = :state)
                          and (cast(:severity as integer) is null or severity = :severity)
                          and (cast(:jurisdiction as text) is null
                               or jurisdiction = :jurisdiction or jurisdiction like :jurisdiction || '-%')
                          and (cast(:after as uuid) is null or id < cast(:after as uuid))
                        order by id desc
                        limit :fetch
                        """)
                .bindArray("jurisdictions", String.class, scope.jurisdictions().patterns())
                .bind("callSign", scope.callSign())
                .bind("state", state == null ? null : state.name())
                .bind("severity", filter.severity())
                .bind("jurisdiction", filter.jurisdiction())
                .bind("after", page.after())
                .bind("fetch", page.fetch())
                .map((row, context) -> incident(row))
                .list());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Incident incident) {
        return statement
                .bind("id", incident.id())
                .bind("dossierId", incident.dossierId())
                .bind("verdictId", incident.verdictId())
                .bind("jurisdiction", incident.jurisdiction())
                .bind("severity", incident.severity())
                .bind("state", incident.state().name().name())
                .bind("attended", incident.state().attended())
                .bind("place", incident.place())
                .bind("latitude", incident.latitude())
                .bind("longitude", incident.longitude())
                .bind("occurredAt", incident.occurredAt())
                .bind("verdictConfirmedAt", incident.verdictConfirmedAt())
                .bind("openedAt", incident.openedAt())
                .bind("version", incident.version());
    }

    private static Incident incident(ResultSet row) throws SQLException {
        return new Incident(
                uuid(row, "id"),
                uuid(row, "dossier_id"),
                uuid(row, "verdict_id"),
                row.getString("jurisdiction"),
                row.getInt("severity"),
                state(row),
                nullableString(row, "place"),
                nullableDouble(row, "latitude"),
                nullableDouble(row, "longitude"),
                nullableInstant(row, "occurred_at"),
                instant(row, "verdict_confirmed_at"),
                nullableInstant(row, "verdict_withdrawn_at"),
                instant(row, "opened_at"),
                row.getLong("version"));
    }

    private static IncidentState state(ResultSet row) throws SQLException {
        boolean attended = row.getBoolean("attended");
        return switch (IncidentState.Name.valueOf(row.getString("state"))) {
            case OPEN -> IncidentState.vacant(attended);
            case ASSIGNED -> new IncidentState.Assigned(attended);
            case EN_ROUTE -> new IncidentState.EnRoute(attended);
            case ON_SCENE -> new IncidentState.OnScene();
            case RESOLVED -> new IncidentState.Resolved(outcome(row));
            case REFERRED -> new IncidentState.Referred(outcome(row), referral(row));
            case CANCELLED -> new IncidentState.Cancelled(attended);
        };
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        return new Outcome(
                OutcomeKind.valueOf(row.getString("outcome_kind")),
                row.getInt("outcome_persons"),
                nullableString(row, "outcome_note"),
                instant(row, "resolved_at"),
                row.getString("resolved_by"));
    }

    private static Referral referral(ResultSet row) throws SQLException {
        return new Referral(
                row.getString("referral_court"), row.getString("referral_reference"), instant(row, "referred_at"));
    }
}
