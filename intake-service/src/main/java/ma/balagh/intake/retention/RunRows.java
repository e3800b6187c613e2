package ma.balagh.intake.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.http.PageRequest;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Runs in the database. */
@ApplicationScoped
class RunRows {

    private final Jdbi jdbi;

    RunRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void start(UUID id, Instant at, String by) {
        jdbi.useHandle(handle ->
                handle.execute("insert into retention_run (id, started_at, started_by) values (?, ?, ?)", id, at, by));
    }

    void end(UUID id, Instant at) {
        jdbi.useHandle(handle -> handle.execute("update retention_run set ended_at = ? where id = ?", at, id));
    }

    /** Newest first. */
    List<Run> page(PageRequest page) {
        List<Run> runs = jdbi.withHandle(handle -> handle.createQuery("""
                        select id, started_at, started_by, ended_at
                        from retention_run where id < :after order by id desc limit :fetch
                        """)
                .bind("after", page.after())
                .bind("fetch", page.fetch())
                .map((row, context) -> new Run(
                        row.getObject("id", UUID.class),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getString("started_by"),
                        instant(row, "ended_at"),
                        Map.of()))
                .list());
        Map<UUID, Map<RetentionKind, Long>> erased =
                erased(runs.stream().map(Run::id).toList());
        return runs.stream()
                .map(run -> run.erasing(erased.getOrDefault(run.id(), Map.of())))
                .toList();
    }

    private Map<UUID, Map<RetentionKind, Long>> erased(List<UUID> runIds) {
        var erased = new HashMap<UUID, Map<RetentionKind, Long>>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select run_id, kind, count(*) as count from retention_deletion
                        where run_id = any(:runs) group by run_id, kind
                        """)
                .bindArray("runs", UUID.class, runIds)
                .map((row, context) -> erased.computeIfAbsent(
                                row.getObject("run_id", UUID.class), _ -> new EnumMap<>(RetentionKind.class))
                        .put(RetentionKind.valueOf(row.getString("kind")), row.getLong("count")))
                .list());
        return erased;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
