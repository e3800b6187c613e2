package ma.balagh.intake.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.PageRequest;
import ma.balagh.intake.source.Source.Failure;
import ma.balagh.intake.source.Source.Health;
import ma.balagh.intake.source.Source.Polling;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Sources in the database, as people describe them. Those that were removed are not among them. */
@ApplicationScoped
public class SourceRows {

    /** What {@link #source} needs of a row. */
    public static final String COLUMNS = """
            source.id, source.name, source.kind, source.jurisdiction, source.keywords, source.enabled, source.version,
            source.url, source.current_url, source.host, source.interval_ms, source.pause_ms, source.next_attempt_at,
            source.last_attempt_at, source.last_success_at, source.last_new_at, source.failed_at,
            source.failure_reason, source.failure_detail, source.failing_since, source.failures
            """;

    private final Jdbi jdbi;

    SourceRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(UUID id, SourceRules.Accepted accepted, Instant now, String by) {
        SourceRules.Place place = accepted.place();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into source (
                            id, name, kind, jurisdiction, keywords, enabled, created_at, created_by,
                            url, current_url, host, interval_ms, pause_ms, next_attempt_at)
                        values (
                            :id, :name, :kind, :jurisdiction, :keywords, :enabled, :now, :by,
                            :url, :url, :host, :interval, :interval, :next)
                        """)
                .bind("id", id)
                .bind("name", accepted.name())
                .bind("kind", accepted.kind().name())
                .bind("jurisdiction", accepted.jurisdiction())
                .bindArray("keywords", String.class, accepted.keywords())
                .bind("enabled", accepted.enabled())
                .bind("now", now)
                .bind("by", by)
                .bind("url", place == null ? null : place.url())
                .bind("host", place == null ? null : place.host())
                .bind("interval", place == null ? null : place.interval().toMillis())
                .bind("next", place == null ? null : now)
                .execute());
    }

    /** Of another address, nothing that was learnt at the old one holds. */
    void update(UUID id, SourceRules.Accepted accepted, Instant now) {
        SourceRules.Place place = accepted.place();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update source set
                            name = :name, jurisdiction = :jurisdiction, keywords = :keywords, enabled = :enabled,
                            kind = :kind, version = version + 1, interval_ms = :interval, pause_ms = :interval,
                            url = :url,
                            current_url = case when url = :url then current_url else :url end,
                            host = case when url = :url then host else :host end,
                            entity_tag = case when url = :url then entity_tag end,
                            last_modified = case when url = :url then last_modified end,
                            resume_url = case when url = :url then resume_url end,
                            next_attempt_at = case when url is not null then cast(:now as timestamptz) end,
                            failing_since = case when url = :url then failing_since end,
                            failures = case when url = :url then failures else 0 end
                        where id = :id
                        """)
                .bind("id", id)
                .bind("name", accepted.name())
                .bind("kind", accepted.kind().name())
                .bind("jurisdiction", accepted.jurisdiction())
                .bindArray("keywords", String.class, accepted.keywords())
                .bind("enabled", accepted.enabled())
                .bind("url", place == null ? null : place.url())
                .bind("host", place == null ? null : place.host())
                .bind("interval", place == null ? null : place.interval().toMillis())
                .bind("now", now)
                .execute());
    }

    void remove(UUID id, Instant now, String by) {
        jdbi.useHandle(handle -> handle.execute(
                "update source set removed_at = ?, removed_by = ?, version = version + 1 where id = ?", now, by, id));
    }

    void pollNow(UUID id, Instant now) {
        jdbi.useHandle(handle -> handle.execute("update source set next_attempt_at = ? where id = ?", now, id));
    }

    Optional<Source> find(UUID id, Jurisdictions visible) {
        return find(id, visible.patterns(), "");
    }

    /** Whoever asks. */
    public Optional<Source> find(UUID id) {
        return find(id, List.of("%"), "");
    }

    /** Holds the row until the transaction ends. */
    public Optional<Source> lock(UUID id, Jurisdictions visible) {
        return find(id, visible.patterns(), " for update");
    }

    private Optional<Source> find(UUID id, List<String> territories, String locking) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + """
                        from source
                        where id = :id and removed_at is null and jurisdiction like any(:visible)
                        """ + locking)
                .bind("id", id)
                .bindArray("visible", String.class, territories)
                .map((row, context) -> source(row))
                .findOne());
    }

    SourcesHealth health(Jurisdictions visible) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) filter (where enabled and failing_since is null and last_success_at is null) as untried,
                               count(*) filter (where enabled and failing_since is null and last_success_at is not null) as working,
                               count(*) filter (where enabled and failing_since is not null) as failing,
                               count(*) filter (where not enabled) as off,
                               min(failing_since) filter (where enabled) as failing_since
                        from source where removed_at is null and jurisdiction like any(:visible)
                        """)
                .bindArray("visible", String.class, visible.patterns())
                .map((row, context) -> new SourcesHealth(
                        row.getInt("untried"),
                        row.getInt("working"),
                        row.getInt("failing"),
                        row.getInt("off"),
                        instant(row, "failing_since")))
                .one());
    }

    /** Newest first. */
    List<Source> page(SourceFilter filter, PageRequest page, Jurisdictions visible) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + """
                        from source
                        where removed_at is null and jurisdiction like any(:visible) and id < :after
                          and (cast(:kind as text) is null or kind = :kind)
                          and (cast(:state as text) is null or :state = case
                              when not enabled then 'OFF'
                              when failing_since is not null then 'FAILING'
                              when last_success_at is null then 'UNTRIED'
                              else 'WORKING' end)
                        order by id desc limit :fetch
                        """)
                .bindArray("visible", String.class, visible.patterns())
                .bind("after", page.after())
                .bind("kind", filter.kind() == null ? null : filter.kind().name())
                .bind("state", filter.state() == null ? null : filter.state().name())
                .bind("fetch", page.fetch())
                .map((row, context) -> source(row))
                .list());
    }

    /** Of a row with {@link #COLUMNS}. */
    public static Source source(ResultSet row) throws SQLException {
        return new Source(
                row.getObject("id", UUID.class),
                row.getString("name"),
                SourceKind.valueOf(row.getString("kind")),
                row.getString("jurisdiction"),
                List.of((String[]) row.getArray("keywords").getArray()),
                row.getBoolean("enabled"),
                polling(row),
                health(row),
                row.getInt("version"));
    }

    private static @Nullable Polling polling(ResultSet row) throws SQLException {
        Instant next = instant(row, "next_attempt_at");
        return next == null
                ? null
                : new Polling(
                        row.getString("url"),
                        row.getString("current_url"),
                        row.getString("host"),
                        Duration.ofMillis(row.getLong("interval_ms")),
                        Duration.ofMillis(row.getLong("pause_ms")),
                        next);
    }

    private static Health health(ResultSet row) throws SQLException {
        Instant failedAt = instant(row, "failed_at");
        return new Health(
                instant(row, "last_attempt_at"),
                instant(row, "last_success_at"),
                instant(row, "last_new_at"),
                failedAt == null
                        ? null
                        : new Failure(failedAt, row.getString("failure_reason"), row.getString("failure_detail")),
                instant(row, "failing_since"),
                row.getInt("failures"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
