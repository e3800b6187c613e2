package ma.balagh.intake.anchor;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import ma.balagh.audit.transparency.CanonicalJsonWriter;
import ma.balagh.intake.anchor.AnchorRepository.AnchoredLeaf;
import org.jspecify.annotations.Nullable;

/** Which anchors cover a chain, with the proofs. */
@ApplicationScoped
public class AnchorCoverageService {

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

    private final AnchorRepository repository;
    private final JournalService journalService;

    AnchorCoverageService(AnchorRepository repository, JournalService journalService) {
        this.repository = repository;
        this.journalService = journalService;
    }

    /** Oldest first. Each is the first anchor after a movement of the chain. */
    @Transactional
    public List<Covering> of(UUID evidenceId) {
        List<AnchoredLeaf> leaves = repository.leaves(evidenceId, NEWEST);
        return journalService.calculate(nodes -> coverings(leaves, nodes));
    }

    private static List<Covering> coverings(List<AnchoredLeaf> leaves, MerkleTree.Nodes nodes) {
        var coverings = new ArrayList<Covering>();
        Anchor before = null;
        for (AnchoredLeaf leaf : leaves) {
            Anchor anchor = leaf.anchor();
            coverings.add(new Covering(
                    Anchor.name(anchor.number()),
                    anchor.keyId(),
                    anchor.file(),
                    proof(leaf, before, nodes).end().getBytes(UTF_8),
                    leaf.stamp(),
                    leaf.stamp() == null ? List.of() : TimeStampService.certificates(leaf.stamp())));
            before = anchor;
        }
        return coverings;
    }

    private static CanonicalJsonWriter proof(AnchoredLeaf anchored, @Nullable Anchor before, MerkleTree.Nodes nodes) {
        var tree = new MerkleTree(anchored.anchor().size(), nodes);
        return new CanonicalJsonWriter()
                .member("anchor", anchored.anchor().number())
                .strings("consistency", before == null ? List.of() : hex(tree.consistency(before.size())))
                .member("consistentWith", before == null ? 0 : before.number())
                .member("evidenceId", anchored.leaf().evidenceId().toString())
                .member("format", "balagh-proof/1")
                .member("hash", anchored.leaf().hash())
                .strings("inclusion", hex(tree.inclusion(anchored.position())))
                .member("position", anchored.position())
                .member("sequence", anchored.leaf().sequence());
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HexFormat.of()::formatHex).toList();
    }
}
