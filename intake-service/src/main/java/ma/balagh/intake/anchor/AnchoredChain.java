package ma.balagh.intake.anchor;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import ma.balagh.intake.custody.CanonicalJson;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Which anchors cover a chain, with what shows it. */
@ApplicationScoped
public class AnchoredChain {

    /** Beside the first one, which shows since when the evidence has been there, so many of the newest are shown. */
    static final int NEWEST = 99;

    /**
     * An anchor that covers a chain as far as some entry.
     *
     * @param name of its files, without the ending
     * @param anchor statement and signature
     * @param proof that the chain is in the anchor's journal, and this one's a continuation of the one before's
     * @param stamp the time-stamping authority's answer over {@code anchor}
     * @param certificates in DER, of the authority
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Covering(
            String name,
            String keyId,
            byte[] anchor,
            byte[] proof,
            byte @Nullable [] stamp,
            List<byte[]> certificates) {}

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Row(long position, Journal.Leaf leaf, Anchor anchor, byte @Nullable [] stamp) {}

    private final Jdbi jdbi;
    private final Journal journal;

    AnchoredChain(Jdbi jdbi, Journal journal) {
        this.jdbi = jdbi;
        this.journal = journal;
    }

    /** Oldest first. Each is the first anchor after a movement of the chain. */
    public List<Covering> of(UUID evidenceId) {
        List<Row> rows = rows(evidenceId);
        return journal.calculate(nodes -> coverings(rows, nodes));
    }

    private List<Row> rows(UUID evidenceId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select leaf.position, leaf.sequence, leaf.hash, " + AnchorLedger.COLUMNS + """
                        , custody_time_stamp.response
                        from custody_leaf as leaf
                        cross join lateral (
                            select * from custody_anchor where custody_anchor.size > leaf.position
                            order by custody_anchor.size, custody_anchor.number limit 1) as custody_anchor
                        left join custody_time_stamp on custody_time_stamp.anchor_number = custody_anchor.number
                        where leaf.evidence_id = :evidence and leaf.sequence in (
                            (select sequence from custody_leaf where evidence_id = :evidence
                             order by sequence limit 1)
                            union
                            (select sequence from custody_leaf where evidence_id = :evidence
                             order by sequence desc limit :newest))
                        order by leaf.position
                        """)
                .bind("evidence", evidenceId)
                .bind("newest", NEWEST)
                .map((row, context) -> new Row(
                        row.getLong("position"),
                        new Journal.Leaf(evidenceId, row.getInt("sequence"), row.getString("hash")),
                        AnchorLedger.anchor(row, context),
                        row.getBytes("response")))
                .list());
    }

    private static List<Covering> coverings(List<Row> rows, MerkleTree.Nodes nodes) {
        var coverings = new ArrayList<Covering>();
        Anchor before = null;
        for (Row row : rows) {
            Anchor anchor = row.anchor();
            coverings.add(new Covering(
                    Anchor.name(anchor.number()),
                    anchor.keyId(),
                    anchor.file(),
                    proof(row, before, nodes).end().getBytes(UTF_8),
                    row.stamp(),
                    row.stamp() == null ? List.of() : TimeStamping.certificates(row.stamp())));
            before = anchor;
        }
        return coverings;
    }

    private static CanonicalJson proof(Row row, @Nullable Anchor before, MerkleTree.Nodes nodes) {
        var tree = new MerkleTree(row.anchor().size(), nodes);
        return new CanonicalJson()
                .member("anchor", row.anchor().number())
                .strings("consistency", before == null ? List.of() : hex(tree.consistency(before.size())))
                .member("consistentWith", before == null ? 0 : before.number())
                .member("evidenceId", row.leaf().evidenceId().toString())
                .member("format", "balagh-proof/1")
                .member("hash", row.leaf().hash())
                .strings("inclusion", hex(tree.inclusion(row.position())))
                .member("position", row.position())
                .member("sequence", row.leaf().sequence());
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HexFormat.of()::formatHex).toList();
    }
}
