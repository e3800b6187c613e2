package ma.balagh.intake.source.item;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.PageRequest;
import ma.balagh.intake.source.SourceKind;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Items in the database. */
@ApplicationScoped
class ItemRows {

    private static final String SELECT = """
            select item.id, item.source_id, source.kind, source.jurisdiction, item.address, item.title, item.text, item.language,
                   item.published_at, item.seen_at, item.media, item.assessment::text as assessment, item.standing,
                   coalesce(item.report_id, first.report_id) as report_id, item.sighting_of, item.sampled,
                   item.reviewed_at, item.reviewed_by, item.review_reason
            from item
            join source on source.id = item.source_id
            left join item first on first.id = item.sighting_of
            """;

    private final Jdbi jdbi;
    private final ObjectMapper json;

    ItemRows(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /**
     * What the source has told before.
     *
     * @param media the addresses that it told
     */
    record Known(UUID id, List<String> media) {}

    /** Which of these the source has told before, by key. */
    Map<String, Known> known(UUID sourceId, Collection<String> keys) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select key, id, media from item
                        where source_id = :source and key = any(:keys) and erased_at is null
                        """)
                .bind("source", sourceId)
                .bindArray("keys", String.class, keys)
                .map((row, context) ->
                        Map.entry(row.getString("key"), new Known(row.getObject("id", UUID.class), List.of((String[])
                                row.getArray("media").getArray()))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    void media(UUID itemId, List<String> media) {
        jdbi.useHandle(handle -> handle.createUpdate("update item set media = :media where id = :id")
                .bind("id", itemId)
                .bindArray("media", String.class, media)
                .execute());
    }

    /**
     * Of two transactions that bring the same item of one source, the second waits here for the first.
     *
     * @return false when the source has told it before
     */
    boolean insert(Item item, String key, @Nullable String identity) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                insert into item (
                                    id, source_id, key, identity, address, title, text, language, published_at,
                                    seen_at, media, score, assessment, standing, sampled)
                                values (
                                    :id, :source, :key, :identity, :address, :title, :text, :language, :publishedAt,
                                    :seenAt, :media, :score, cast(:assessment as jsonb), :standing, :sampled)
                                on conflict (source_id, key) do nothing
                                """)
                        .bind("id", item.id())
                        .bind("source", item.sourceId())
                        .bind("key", key)
                        .bind("identity", identity)
                        .bind("address", item.address())
                        .bind("title", item.title())
                        .bind("text", item.text())
                        .bind("language", item.language())
                        .bind("publishedAt", item.publishedAt())
                        .bind("seenAt", item.seenAt())
                        .bindArray("media", String.class, item.media())
                        .bind("score", item.assessment().score())
                        .bind("assessment", written(item.assessment()))
                        .bind("standing", item.standing().name())
                        .bind("sampled", item.sampled())
                        .execute())
                == 1;
    }

    /**
     * Makes a mark lead to an item, unless it leads to one already.
     *
     * @param kind {@code ADDRESS} or {@code CONTENT}
     * @return where it leads
     */
    UUID mark(String kind, String mark, UUID itemId) {
        return jdbi.withHandle(handle -> {
            handle.execute(
                    "insert into item_mark (kind, mark, item_id) values (?, ?, ?) on conflict do nothing",
                    kind,
                    mark,
                    itemId);
            return handle.createQuery("select item_id from item_mark where kind = :kind and mark = :mark")
                    .bind("kind", kind)
                    .bind("mark", mark)
                    .mapTo(UUID.class)
                    .one();
        });
    }

    void sighting(UUID itemId, UUID firstId) {
        jdbi.useHandle(handle -> {
            handle.execute("update item_mark set item_id = ? where item_id = ?", firstId, itemId);
            handle.execute(
                    "update item set standing = 'SIGHTING', sighting_of = ?, sampled = false where id = ?",
                    firstId,
                    itemId);
        });
    }

    void reported(UUID itemId, UUID reportId) {
        jdbi.useHandle(handle ->
                handle.execute("update item set standing = 'REPORTED', report_id = ? where id = ?", reportId, itemId));
    }

    void reviewed(UUID itemId, Item.Review review) {
        jdbi.useHandle(handle -> handle.execute(
                "update item set reviewed_at = ?, reviewed_by = ?, review_reason = ? where id = ?",
                review.at(),
                review.by(),
                review.reason(),
                itemId));
    }

    Optional<Item> find(UUID id, Jurisdictions visible) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + "where item.id = :id and source.jurisdiction like any(:visible)")
                        .bind("id", id)
                        .bindArray("visible", String.class, visible.patterns())
                        .map(this::item)
                        .findOne());
    }

    /** Holds the row until the transaction ends. */
    Item lock(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "where item.id = :id for update of item")
                .bind("id", id)
                .map(this::item)
                .one());
    }

    /** Newest first. */
    List<Item> page(ItemFilter filter, PageRequest page, Jurisdictions visible) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        where source.jurisdiction like any(:visible) and item.id < :after and item.erased_at is null
                          and (cast(:standing as text) is null or item.standing = :standing)
                          and (cast(:source as uuid) is null or item.source_id = cast(:source as uuid))
                          and (cast(:report as uuid) is null
                               or coalesce(item.report_id, first.report_id) = cast(:report as uuid))
                          and (not :toReview or item.sampled and item.reviewed_at is null)
                        order by item.id desc limit :fetch
                        """)
                .bindArray("visible", String.class, visible.patterns())
                .bind("after", page.after())
                .bind(
                        "standing",
                        filter.standing() == null ? null : filter.standing().name())
                .bind("source", filter.sourceId())
                .bind("report", filter.reportId())
                .bind("toReview", filter.toReview())
                .bind("fetch", page.fetch())
                .map(this::item)
                .list());
    }

    /** Of what the caller may see; a sighting of a drawn item is none itself. */
    MissRate missRate(Jurisdictions visible) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) as drawn, count(item.reviewed_at) as reviewed,
                               count(item.reviewed_at) filter (where item.standing = 'REPORTED') as missed
                        from item join source on source.id = item.source_id
                        where item.sampled and source.jurisdiction like any(:visible)
                        """)
                .bindArray("visible", String.class, visible.patterns())
                .map((row, context) -> MissRate.of(row.getInt("drawn"), row.getInt("reviewed"), row.getInt("missed")))
                .one());
    }

    private Item item(ResultSet row, StatementContext context) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                row.getObject("source_id", UUID.class),
                SourceKind.valueOf(row.getString("kind")).channel(),
                row.getString("jurisdiction"),
                row.getString("address"),
                row.getString("title"),
                row.getString("text"),
                row.getString("language"),
                instant(row, "published_at"),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                List.of((String[]) row.getArray("media").getArray()),
                judgement(row),
                Standing.valueOf(row.getString("standing")),
                row.getObject("report_id", UUID.class),
                row.getObject("sighting_of", UUID.class),
                row.getBoolean("sampled"),
                review(row));
    }

    private static Item.@Nullable Review review(ResultSet row) throws SQLException {
        Instant at = instant(row, "reviewed_at");
        return at == null ? null : new Item.Review(at, row.getString("reviewed_by"), row.getString("review_reason"));
    }

    private Judgement judgement(ResultSet row) throws SQLException {
        try {
            return json.readValue(row.getString("assessment"), Judgement.class);
        } catch (JsonProcessingException e) {
            throw new SQLException("an item's assessment is none", e);
        }
    }

    private String written(Judgement judgement) {
        try {
            return json.writeValueAsString(judgement);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write an assessment", e);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
