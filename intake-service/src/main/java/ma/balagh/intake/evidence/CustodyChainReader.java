package ma.balagh.intake.evidence;

import java.io.IOException;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import ma.balagh.intake.custody.CustodyEntry;
import ma.balagh.intake.custody.CustodyService;

/**
 * A chain up to its newest entry of one moment, as far as one reader may see it. It may have any length: one page of it is
 * held at a time. What is hidden is decided once, so that a second reading gives the same.
 */
public final class CustodyChainReader {

    /** Takes one entry after the other. */
    @FunctionalInterface
    public interface Visitor {

        /** @param shown whether the reader may see its content; otherwise its hash stands for it */
        void visit(CustodyEntry entry, boolean shown) throws IOException;
    }

    private static final int PAGE = 500;

    private final CustodyService custody;
    private final UUID chainId;
    private final int newest;
    private final Function<List<CustodyEntry>, Collection<Integer>> judge;
    private final BitSet hidden = new BitSet();
    private int judged;

    /** @param judge says which of some entries the reader may not see */
    CustodyChainReader(CustodyService custody, UUID chainId, Function<List<CustodyEntry>, Collection<Integer>> judge) {
        this.custody = custody;
        this.chainId = chainId;
        this.newest = custody.newest(chainId);
        this.judge = judge;
    }

    /** What the chain's entries name as their evidence. */
    public UUID chainId() {
        return chainId;
    }

    /** Oldest first. */
    public void forEach(Visitor visitor) throws IOException {
        for (var page = page(0); !page.isEmpty(); page = page(page.getLast().sequence())) {
            if (page.getLast().sequence() > judged) {
                judge.apply(page).forEach(hidden::set);
                judged = page.getLast().sequence();
            }
            for (CustodyEntry entry : page) {
                visitor.visit(entry, !hidden.get(entry.sequence()));
            }
        }
    }

    private List<CustodyEntry> page(int after) {
        return custody.page(chainId, after, newest, PAGE);
    }
}
