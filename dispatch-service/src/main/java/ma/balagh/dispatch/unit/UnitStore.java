package ma.balagh.dispatch.unit;

import static ma.balagh.dispatch.Columns.instant;
import static ma.balagh.dispatch.Columns.nullableDouble;
import static ma.balagh.dispatch.Columns.nullableInstant;
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
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** The table {@code unit}. */
@ApplicationScoped
class UnitStore {

    /** SQLSTATE of PostgreSQL (appendix A of its manual). */
    private static final String UNIQUE_VIOLATION = "23505";

    private final Jdbi jdbi;

    UnitStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @return whether the call sign was free */
    boolean insert(Unit unit) {
        return jdbi.withHandle(handle -> bind(handle.createUpdate("""
                                        insert into unit (id, sign, call_sign, kind, crew, jurisdiction, status,
                                                          latitude, longitude, position_at, version, created_at, updated_at)
                                        values (:id, :callSign, :callSign || '@' || :jurisdiction, :kind, :crew, :jurisdiction, :status,
                                                :latitude, :longitude, :positionAt, :version, :createdAt, :updatedAt)
                                        on conflict do nothing
                                        """), unit).execute()) == 1;
    }

    /** @return whether the call sign was free; the transaction is lost where it was not */
    boolean update(Unit unit) {
        try {
            jdbi.useHandle(handle -> bind(handle.createUpdate("""
                                    update unit
                                    set sign = :callSign, call_sign = :callSign || '@' || :jurisdiction, kind = :kind, crew = :crew, jurisdiction = :jurisdiction,
                                        status = :status, latitude = :latitude, longitude = :longitude,
                                        position_at = :positionAt, version = :version, updated_at = :updatedAt
                                    where id = :id
                                    """), unit).execute());
            return true;
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException cause && UNIQUE_VIOLATION.equals(cause.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    Optional<Unit> find(UUID id) {
        return one("select * from unit where id = :id", id);
    }

    /** The unit, held until the end of the transaction so that nobody else changes it meanwhile. */
    Optional<Unit> lock(UUID id) {
        return one("select * from unit where id = :id for update", id);
    }

    private Optional<Unit> one(String sql, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("id", id)
                .map((row, context) -> unit(row))
                .findOne());
    }

    /** @param callSign only the unit of that call sign; null for all */
    List<Unit> list(
            Jurisdictions jurisdictions, @Nullable UnitStatus status, @Nullable String callSign, PageRequest page) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from unit
                        where jurisdiction like any(:jurisdictions)
                          and (cast(:status as text) is null or status = :status)
                          and (cast(:callSign as text) is null or coalesce(sign, call_sign) = :callSign)
                          and (cast(:after as uuid) is null or id < cast(:after as uuid))
                        order by id desc
                        limit :fetch
                        """)
                .bindArray("jurisdictions", String.class, jurisdictions.patterns())
                .bind("status", status == null ? null : status.name())
                .bind("callSign", callSign)
                .bind("after", page.after())
                .bind("fetch", page.fetch())
                .map((row, context) -> unit(row))
                .list());
    }

    /**
     * Units whose territory covers that one or lies in it: available ones first, then the nearest to the place. The
     * distance is that on a plane, which orders units of one territory as the one on the globe does.
     */
    List<Unit> around(
            String jurisdiction,
            @Nullable Double latitude,
            @Nullable Double longitude,
            Jurisdictions visible,
            int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from unit
                        where (jurisdiction = :jurisdiction
                               or :jurisdiction like jurisdiction || '-%'
                               or jurisdiction like :jurisdiction || '-%')
                          and jurisdiction like any(:visible)
                        order by status = 'AVAILABLE' desc,
                                 power(latitude - cast(:latitude as double precision), 2)
                                     + power((longitude - cast(:longitude as double precision))
                                             * cos(radians(cast(:latitude as double precision))), 2) nulls last,
                                 position_at desc nulls last
                        limit :limit
                        """)
                .bind("jurisdiction", jurisdiction)
                .bind("latitude", latitude)
                .bind("longitude", longitude)
                .bindArray("visible", String.class, visible.patterns())
                .bind("limit", limit)
                .map((row, context) -> unit(row))
                .list());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Unit unit) {
        Position position = unit.position();
        return statement
                .bind("id", unit.id())
                .bind("callSign", unit.callSign())
                .bind("kind", unit.kind())
                .bind("crew", unit.crew())
                .bind("jurisdiction", unit.jurisdiction())
                .bind("status", unit.status().name())
                .bind("latitude", position == null ? null : (Double) position.latitude())
                .bind("longitude", position == null ? null : (Double) position.longitude())
                .bind("positionAt", position == null ? null : position.at())
                .bind("version", unit.version())
                .bind("createdAt", unit.createdAt())
                .bind("updatedAt", unit.updatedAt());
    }

    /** Null of a unit that the release before enlisted. */
    private static String sign(ResultSet row) throws SQLException {
        var sign = row.getString("sign");
        return sign == null ? row.getString("call_sign") : sign;
    }

    private static Unit unit(ResultSet row) throws SQLException {
        return new Unit(
                uuid(row, "id"),
                sign(row),
                row.getString("kind"),
                row.getInt("crew"),
                row.getString("jurisdiction"),
                UnitStatus.valueOf(row.getString("status")),
                position(row),
                row.getLong("version"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private static @Nullable Position position(ResultSet row) throws SQLException {
        Double latitude = nullableDouble(row, "latitude");
        Double longitude = nullableDouble(row, "longitude");
        var at = nullableInstant(row, "position_at");
        return latitude == null || longitude == null || at == null ? null : new Position(latitude, longitude, at);
    }
}
