package ma.balagh.intake.anchor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import ma.balagh.intake.custody.CustodyEntry;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The anchors in the database, one after the other whichever replica makes them. */
@ApplicationScoped
class AnchorLedger {

    static final String COLUMNS = "custody_anchor.number, custody_anchor.at, custody_anchor.size, custody_anchor.root,"
            + " custody_anchor.previous_hash, custody_anchor.key_id, custody_anchor.signature";

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('balagh.custody.anchor', 0))";

    /**
     * What one anchoring did.
     *
     * @param more whether there may be chains left that moved
     */
    record Made(Anchor anchor, boolean more) {}

    /** @param stampedAt when the authority says that it was stamped; absent until then */
    record Stamped(Anchor anchor, @Nullable Instant stampedAt) {}

    private final Jdbi jdbi;
    private final Journal journal;
    private final Signer signer;
    private final Clock clock;

    AnchorLedger(Jdbi jdbi, Journal journal, Signer signer, Clock clock) {
        this.jdbi = jdbi;
        this.journal = journal;
        this.signer = signer;
        this.clock = clock;
    }

    /** Anchors what moved, and commits; an anchor of the same journal again when nothing did. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Made make() {
        lock();
        return made(journal.takeIn());
    }

    /**
     * Anchors what moved, and commits; nothing when nothing did outside the compartment and the newest anchor is not old.
     * The compartment's chains wait for that: an anchor for them alone would show when they moved.
     *
     * @param old how old the newest anchor may be
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Made> makeIfMoved(Duration old) {
        lock();
        return journal.hasMoved() || isOlderThan(old) ? Optional.of(made(journal.takeIn())) : Optional.empty();
    }

    /** Newest first. */
    List<Stamped> before(long number, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + """
                        , custody_time_stamp.at as stamped_at from custody_anchor
                        left join custody_time_stamp on anchor_number = number
                        where number < :before order by number desc limit :limit
                        """)
                .bind("before", number)
                .bind("limit", limit)
                .map((row, context) -> new Stamped(anchor(row, context), instant(row, "stamped_at")))
                .list());
    }

    Optional<Instant> stampedAt(long number) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select at from custody_time_stamp where anchor_number = :number")
                        .bind("number", number)
                        .mapTo(Instant.class)
                        .findOne());
    }

    static Anchor anchor(ResultSet row, StatementContext context) throws SQLException {
        return new Anchor(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getLong("size"),
                row.getString("root"),
                row.getString("previous_hash"),
                row.getString("key_id"),
                row.getBytes("signature"));
    }

    private boolean isOlderThan(Duration age) {
        Instant since = clock.instant().minus(age);
        return before(Long.MAX_VALUE, 1).stream()
                .anyMatch(newest -> newest.anchor().at().isBefore(since));
    }

    private void lock() {
        jdbi.useHandle(handle -> handle.execute(LOCK));
    }

    private Made made(int moved) {
        long size = journal.size();
        String root = HexFormat.of().formatHex(journal.calculate(nodes -> new MerkleTree(size, nodes).root()));
        Optional<Anchor> last = before(Long.MAX_VALUE, 1).stream().findFirst().map(Stamped::anchor);
        long number = last.map(Anchor::number).orElse(0L) + 1;
        String previous = last.map(Anchor::hash).orElse(CustodyEntry.GENESIS);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        byte[] statement = Anchor.statement(number, now, size, root, previous, signer.keyId())
                .end()
                .getBytes(StandardCharsets.UTF_8);
        var anchor = new Anchor(number, now, size, root, previous, signer.keyId(), signer.sign(statement));
        signer.remember();
        insert(anchor);
        return new Made(anchor, moved == Journal.BATCH);
    }

    private void insert(Anchor anchor) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            insert into custody_anchor
                                (number, at, size, root, previous_hash, key_id, signature, hash)
                            values (:number, :at, :size, :root, :previousHash, :keyId, :signature, :hash)
                            """)
                    .bind("number", anchor.number())
                    .bind("at", anchor.at())
                    .bind("size", anchor.size())
                    .bind("root", anchor.root())
                    .bind("previousHash", anchor.previousHash())
                    .bind("keyId", anchor.keyId())
                    .bind("signature", anchor.signature())
                    .bind("hash", anchor.hash())
                    .execute();
            handle.createUpdate("insert into custody_anchor_work (anchor_number) values (:number)")
                    .bind("number", anchor.number())
                    .execute();
        });
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
