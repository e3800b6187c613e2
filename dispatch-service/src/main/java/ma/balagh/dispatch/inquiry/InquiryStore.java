package ma.balagh.dispatch.inquiry;

import static ma.balagh.dispatch.Columns.instant;
import static ma.balagh.dispatch.Columns.nullableDouble;
import static ma.balagh.dispatch.Columns.nullableInstant;
import static ma.balagh.dispatch.Columns.nullableInteger;
import static ma.balagh.dispatch.Columns.nullableString;
import static ma.balagh.dispatch.Columns.uuid;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.PageRequest;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The table {@code inquiry}. */
@ApplicationScoped
class InquiryStore {

    private final Jdbi jdbi;

    InquiryStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @return false when the verdict has its inquiry already or the dossier has an open one */
    boolean insert(Inquiry inquiry) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                insert into inquiry (id, dossier_id, verdict_id, jurisdiction, severity, place,
                                                     latitude, longitude, occurred_at, state, opened_at, version)
                                values (:id, :dossierId, :verdictId, :jurisdiction, :severity, :place,
                                        :latitude, :longitude, :occurredAt, :state, :openedAt, :version)
                                on conflict do nothing
                                """)
                        .bind("id", inquiry.id())
                        .bind("dossierId", inquiry.dossierId())
                        .bind("verdictId", inquiry.verdictId())
                        .bind("jurisdiction", inquiry.jurisdiction())
                        .bind("severity", inquiry.severity())
                        .bind("place", inquiry.place())
                        .bind("latitude", inquiry.latitude())
                        .bind("longitude", inquiry.longitude())
                        .bind("occurredAt", inquiry.occurredAt())
                        .bind("state", inquiry.state().name())
                        .bind("openedAt", inquiry.openedAt())
                        .bind("version", inquiry.version())
                        .execute())
                == 1;
    }

    void close(UUID id, Inquiry.Closing closing, long version) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update inquiry
                        set state = 'CLOSED', finding = :finding, finding_reason = :reason,
                            closed_by = :by, closed_at = :at, version = :version
                        where id = :id
                        """)
                .bind("id", id)
                .bind("finding", closing.finding().name())
                .bind("reason", closing.reason())
                .bind("by", closing.by())
                .bind("at", closing.at())
                .bind("version", version)
                .execute());
    }

    Optional<Inquiry> find(UUID id, Jurisdictions jurisdictions) {
        return one("select * from inquiry where id = :id and jurisdiction like any(:jurisdictions)", id, jurisdictions);
    }

    /** The inquiry, held until the end of the transaction. */
    Optional<Inquiry> lock(UUID id, Jurisdictions jurisdictions) {
        return one(
                "select * from inquiry where id = :id and jurisdiction like any(:jurisdictions) for update",
                id,
                jurisdictions);
    }

    private Optional<Inquiry> one(String sql, UUID id, Jurisdictions jurisdictions) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("id", id)
                .bindArray("jurisdictions", String.class, jurisdictions.patterns())
                .map((row, context) -> inquiry(row))
                .findOne());
    }

    /** @param state null for all */
    List<Inquiry> list(Jurisdictions jurisdictions, Inquiry.@Nullable State state, PageRequest page) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from inquiry
                        where jurisdiction like any(:jurisdictions)
                          and (cast(:state as text) is null or state = :state)
                          and (cast(:after as uuid) is null or id < cast(:after as uuid))
                        order by id desc
                        limit :fetch
                        """)
                .bindArray("jurisdictions", String.class, jurisdictions.patterns())
                .bind("state", state == null ? null : state.name())
                .bind("after", page.after())
                .bind("fetch", page.fetch())
                .map((row, context) -> inquiry(row))
                .list());
    }

    private static Inquiry inquiry(ResultSet row) throws SQLException {
        return new Inquiry(
                uuid(row, "id"),
                uuid(row, "dossier_id"),
                uuid(row, "verdict_id"),
                row.getString("jurisdiction"),
                nullableInteger(row, "severity"),
                nullableString(row, "place"),
                nullableDouble(row, "latitude"),
                nullableDouble(row, "longitude"),
                nullableInstant(row, "occurred_at"),
                Inquiry.State.valueOf(row.getString("state")),
                instant(row, "opened_at"),
                closing(row),
                row.getLong("version"));
    }

    private static Inquiry.@Nullable Closing closing(ResultSet row) throws SQLException {
        String finding = nullableString(row, "finding");
        if (finding == null) {
            return null;
        }
        return new Inquiry.Closing(
                Inquiry.Finding.valueOf(finding),
                row.getString("finding_reason"),
                row.getString("closed_by"),
                instant(row, "closed_at"));
    }
}
