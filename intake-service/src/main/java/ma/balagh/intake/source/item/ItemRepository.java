package ma.balagh.intake.source.item;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.http.PageRequest;
import ma.balagh.intake.source.SourceKind;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The tables {@code item} and {@code item_mark}. */
@ApplicationScoped
class ItemRepository {

    private static final String SELECT = """
            select item.id, item.source_id, source.kind, source.jurisdiction, item.address, item.title, item.text, item.language,
                   item.published_at, item.seen_at, item.media, item.assessment, item.standing,
                   coalesce(item.report_id, first.report_id) as report_id, item.sighting_of, item.sampled,
                   item.reviewed_at, item.reviewed_by, item.review_reason
            from item
            join source on source.id = item.source_id
            left join item first on first.id = item.sighting_of
            """;

    /** PostgreSQL's classes: data exception, constraint violation, limit of the program exceeded. */
    private static final List<String> OF_DATA = List.of("22", "23", "54");

    private final Session session;
    private final ObjectMapper json;

    ItemRepository(Session session, ObjectMapper json) {
        this.session = session;
        this.json = json;
    }

    /**
     * What the source has told before.
     *
     * @param media the addresses that it told
     * @param erased whether what it said is gone
     */
    record Known(UUID id, List<String> media, boolean erased) {}

    /** Which of these the source has told before, by key. */
    Map<String, Known> known(UUID sourceId, String[] keys) {
        return session.createNativeQuery("""
                        select key, id, media, erased_at is not null as erased from item
                        where source_id = :source and key = any(:keys)
                        """, Tuple.class)
                .setParameter("source", sourceId)
                .setParameter("keys", keys)
                .getResultStream()
                .collect(toMap(
                        row -> row.get("key", String.class),
                        row -> new Known(
                                row.get("id", UUID.class),
                                List.of(row.get("media", String[].class)),
                                row.get("erased", Boolean.class))));
    }

    void media(UUID itemId, List<String> media) {
        session.createNativeMutationQuery("update item set media = :media where id = :id")
                .setParameter("id", itemId)
                .setParameter("media", media.toArray(String[]::new))
                .executeUpdate();
    }

    /**
     * Of two transactions that bring the same item of one source, the second waits here for the first.
     *
     * @return false when the source has told it before
     */
    boolean insert(Item item, String key, @Nullable String identity) {
        return session.createNativeMutationQuery("""
                                insert into item (
                                    id, source_id, key, identity, address, title, text, language, published_at,
                                    seen_at, media, score, assessment, standing, sampled)
                                values (
                                    :id, :source, :key, :identity, :address, :title, :text, :language, :publishedAt,
                                    :seenAt, :media, :score, cast(:assessment as jsonb), :standing, :sampled)
                                on conflict (source_id, key) do nothing
                                """)
                        .setParameter("id", item.id())
                        .setParameter("source", item.sourceId())
                        .setParameter("key", key)
                        .setParameter("identity", identity, String.class)
                        .setParameter("address", item.address(), String.class)
                        .setParameter("title", item.title())
                        .setParameter("text", item.text())
                        .setParameter("language", item.language(), String.class)
                        .setParameter("publishedAt", item.publishedAt(), Instant.class)
                        .setParameter("seenAt", item.seenAt())
                        .setParameter("media", item.media().toArray(String[]::new))
                        .setParameter("score", item.assessment().score())
                        .setParameter("assessment", written(item.assessment()))
                        .setParameter("standing", item.standing().name())
                        .setParameter("sampled", item.sampled())
                        .executeUpdate()
                == 1;
    }

    /**
     * Makes a mark lead to an item, unless it leads to one already.
     *
     * @param kind {@code ADDRESS} or {@code CONTENT}
     * @return where it leads
     */
    UUID mark(String kind, String mark, UUID itemId) {
        session.createNativeMutationQuery("""
                        insert into item_mark (kind, mark, item_id) values (:kind, :mark, :item) on conflict do nothing
                        """)
                .setParameter("kind", kind)
                .setParameter("mark", mark)
                .setParameter("item", itemId)
                .executeUpdate();
        return ScalarQuery.of(session, "select item_id from item_mark where kind = :kind and mark = :mark", UUID.class)
                .setParameter("kind", kind)
                .setParameter("mark", mark)
                .getSingleResult();
    }

    /** What led to the one leads to the other. */
    void moveMarks(UUID from, UUID to) {
        session.createNativeMutationQuery("update item_mark set item_id = :to where item_id = :from")
                .setParameter("to", to)
                .setParameter("from", from)
                .executeUpdate();
    }

    void sighting(UUID itemId, UUID firstId) {
        moveMarks(itemId, firstId);
        session.createNativeMutationQuery("""
                        update item set standing = 'SIGHTING', sighting_of = :first, sampled = false where id = :item
                        """)
                .setParameter("first", firstId)
                .setParameter("item", itemId)
                .executeUpdate();
    }

    void reported(UUID itemId, UUID reportId) {
        session.createNativeMutationQuery("update item set standing = 'REPORTED', report_id = :report where id = :item")
                .setParameter("report", reportId)
                .setParameter("item", itemId)
                .executeUpdate();
    }

    void reviewed(UUID itemId, Item.Review review) {
        session.createNativeMutationQuery("""
                        update item set reviewed_at = :at, reviewed_by = :by, review_reason = :reason where id = :item
                        """)
                .setParameter("at", review.at())
                .setParameter("by", review.by())
                .setParameter("reason", review.reason())
                .setParameter("item", itemId)
                .executeUpdate();
    }

    Optional<Item> find(UUID id) {
        return session.createNativeQuery(SELECT + "where item.id = :id", Tuple.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(this::item);
    }

    /** The item, held until the end of the transaction; empty where what it said is erased. */
    Optional<Item> lock(UUID id) {
        return session.createNativeQuery(
                        SELECT + "where item.id = :id and item.erased_at is null for update of item", Tuple.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(this::item);
    }

    /** Whether what was to be written is why this was thrown; trying again would not help. */
    static boolean isUnwritable(Throwable thrown) {
        boolean rejected = false;
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                return state != null && OF_DATA.stream().anyMatch(state::startsWith);
            }
            // Not IllegalStateException: pools and transactions throw it when something is merely away.
            rejected |= cause instanceof IllegalArgumentException || cause instanceof DateTimeException;
        }
        return rejected;
    }

    /** Newest first. */
    List<Item> page(ItemCriteria filter, PageRequest page) {
        return session
                .createNativeQuery(SELECT + """
                        where item.id < :after and item.erased_at is null
                          and (cast(:standing as text) is null or item.standing = :standing)
                          and (cast(:source as uuid) is null or item.source_id = cast(:source as uuid))
                          and (cast(:report as uuid) is null
                               or coalesce(item.report_id, first.report_id) = cast(:report as uuid))
                          and (not :toReview or item.sampled and item.reviewed_at is null)
                        order by item.id desc limit :fetch
                        """, Tuple.class)
                .setParameter("after", page.after())
                .setParameter(
                        "standing",
                        filter.standing() == null ? null : filter.standing().name(),
                        String.class)
                .setParameter("source", filter.sourceId(), UUID.class)
                .setParameter("report", filter.reportId(), UUID.class)
                .setParameter("toReview", filter.toReview())
                .setParameter("fetch", page.fetch())
                .getResultList()
                .stream()
                .map(this::item)
                .toList();
    }

    /** Of what the caller may see; a sighting of a drawn item is none itself. */
    MissRate missRate() {
        Tuple row = session.createNativeQuery("""
                        select count(*) as drawn, count(item.reviewed_at) as reviewed,
                               count(item.reviewed_at) filter (where item.standing = 'REPORTED') as missed
                        from item join source on source.id = item.source_id
                        where item.sampled
                        """, Tuple.class).getSingleResult();
        return MissRate.of(
                row.get("drawn", Long.class).intValue(),
                row.get("reviewed", Long.class).intValue(),
                row.get("missed", Long.class).intValue());
    }

    private Item item(Tuple row) {
        return new Item(
                row.get("id", UUID.class),
                row.get("source_id", UUID.class),
                SourceKind.valueOf(row.get("kind", String.class)).channel(),
                row.get("jurisdiction", String.class),
                row.get("address", String.class),
                row.get("title", String.class),
                row.get("text", String.class),
                row.get("language", String.class),
                row.get("published_at", Instant.class),
                row.get("seen_at", Instant.class),
                List.of(row.get("media", String[].class)),
                judgement(row.get("assessment", String.class)),
                ItemStatus.valueOf(row.get("standing", String.class)),
                row.get("report_id", UUID.class),
                row.get("sighting_of", UUID.class),
                row.get("sampled", Boolean.class),
                review(row));
    }

    private static Item.@Nullable Review review(Tuple row) {
        Instant at = row.get("reviewed_at", Instant.class);
        return at == null
                ? null
                : new Item.Review(at, row.get("reviewed_by", String.class), row.get("review_reason", String.class));
    }

    private Judgement judgement(String assessment) {
        try {
            return json.readValue(assessment, Judgement.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an item's assessment is none", e);
        }
    }

    private String written(Judgement judgement) {
        try {
            return json.writeValueAsString(judgement);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write an assessment", e);
        }
    }
}
