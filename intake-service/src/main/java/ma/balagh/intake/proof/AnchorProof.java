package ma.balagh.intake.proof;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import ma.balagh.intake.anchor.Anchor;
import ma.balagh.intake.custody.CustodyEntry;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Every anchor: that it is signed, follows from the one before, covers the journal, and is kept outside as it is. */
final class AnchorProof {

    private static final int PAGE = 500;

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Row(Anchor anchor, String hash, byte @Nullable [] stamp, boolean unfinished) {}

    private final Handle handle;
    private final JournalProof journal;
    private final OutsideProof outside;
    private final Faults faults;
    private final Progress progress;
    private final long all;
    private final Map<String, byte[]> keys = new HashMap<>();
    private final Set<String> unknownKeys = new HashSet<>();
    private @Nullable Anchor last;
    private boolean rootsDiffer;

    AnchorProof(
            Handle handle,
            JournalProof journal,
            OutsideProof outside,
            Counts counts,
            Faults faults,
            Progress progress) {
        this.handle = handle;
        this.journal = journal;
        this.outside = outside;
        this.all = counts.anchors();
        this.faults = faults;
        this.progress = progress;
    }

    /** @param newestOutside the greatest number that was kept outside before the database's moment */
    void prove(OptionalLong newestOutside) {
        readKeys();
        for (var page = page(0);
                !page.isEmpty();
                page = page(page.getLast().anchor().number())) {
            for (Row row : page) {
                prove(row);
                last = row.anchor();
                progress.at("anchors", row.anchor().number(), all);
            }
        }
        long covered = last == null ? 0 : last.size();
        journal.growTo(Long.MAX_VALUE);
        if (journal.size() > covered && !rootsDiffer) {
            faults.add(Faults.Part.JOURNAL, covered, "no anchor covers this leaf, nor those after it");
        }
        long newest = last == null ? 0 : last.number();
        if (newestOutside.orElse(0) > newest) {
            faults.add(
                    Faults.Part.ANCHOR,
                    newestOutside.getAsLong(),
                    "it is kept outside, and the database's newest is %d: the database is older than what was anchored"
                            .formatted(newest));
        }
    }

    private void prove(Row row) {
        Anchor anchor = row.anchor();
        long expected = last == null ? 1 : last.number() + 1;
        if (anchor.number() != expected) {
            fault(expected, "it is missing");
        } else if (!anchor.previousHash().equals(last == null ? CustodyEntry.GENESIS : last.hash())) {
            fault(anchor.number(), "it does not follow from the one before");
        }
        byte[] key = keys.get(anchor.keyId());
        if (key == null) {
            if (unknownKeys.add(anchor.keyId())) {
                fault(anchor.number(), "the key that it, and maybe others, name is not known: " + anchor.keyId());
            }
        } else if (!anchor.isSignedBy(key)) {
            fault(anchor.number(), "its signature is not one of the key that it names over what it says");
        }
        if (!anchor.hash().equals(row.hash())) {
            fault(anchor.number(), "its hash is not the one that stands beside it");
        }
        proveRoot(anchor);
        outside.prove(anchor, key, row.stamp(), row.unfinished());
    }

    /** Where one root differs, all those after it do: the first one says where. */
    private void proveRoot(Anchor anchor) {
        if (rootsDiffer) {
            return;
        }
        if (anchor.size() < journal.size()) {
            fault(anchor.number(), "it covers %d leaves, fewer than the one before".formatted(anchor.size()));
            return;
        }
        journal.growTo(anchor.size());
        if (journal.size() < anchor.size()) {
            rootsDiffer = true;
            fault(
                    anchor.number(),
                    "it covers %d leaves, of which the journal has %d".formatted(anchor.size(), journal.size()));
        } else if (!journal.root().equals(anchor.root())) {
            rootsDiffer = true;
            fault(anchor.number(), "the journal's root at its %d leaves is another one".formatted(anchor.size()));
        }
    }

    private void readKeys() {
        handle.createQuery("select id, public_key from custody_key")
                .map((row, context) -> Map.entry(row.getString("id"), row.getBytes("public_key")))
                .forEach(key -> keys.put(key.getKey(), key.getValue()));
    }

    private List<Row> page(long after) {
        return handle.createQuery("""
                        select number, custody_anchor.at, size, root, previous_hash, key_id, signature, hash,
                               custody_time_stamp.response, custody_anchor_work.anchor_number is not null as unfinished
                        from custody_anchor
                        left join custody_time_stamp on custody_time_stamp.anchor_number = number
                        left join custody_anchor_work on custody_anchor_work.anchor_number = number
                        where number > :after order by number limit :limit
                        """)
                .bind("after", after)
                .bind("limit", PAGE)
                .map((row, context) -> new Row(
                        new Anchor(
                                row.getLong("number"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getLong("size"),
                                row.getString("root"),
                                row.getString("previous_hash"),
                                row.getString("key_id"),
                                row.getBytes("signature")),
                        row.getString("hash"),
                        row.getBytes("response"),
                        row.getBoolean("unfinished")))
                .list();
    }

    private void fault(long number, String why) {
        faults.add(Faults.Part.ANCHOR, number, why);
    }
}
