package ma.balagh.intake.custody;

import java.util.List;

/** Checks a chain from its entries alone: nobody has to trust the database that they came from. */
public final class CustodyChain {

    /** What a check found. */
    public sealed interface Result {

        /** Every entry follows from the one before. */
        record Intact() implements Result {}

        /**
         * The chain does not hold from here on.
         *
         * @param sequence number that the faulty entry has, or should have
         * @param reason what is wrong with it
         */
        record Broken(int sequence, String reason) implements Result {}
    }

    private CustodyChain() {}

    /** @param entries all entries of one evidence, oldest first */
    public static Result verify(List<CustodyEntry> entries) {
        if (entries.isEmpty()) {
            return new Result.Broken(1, "there is no entry at all");
        }
        String previousHash = CustodyEntry.GENESIS;
        int expected = 1;
        for (CustodyEntry entry : entries) {
            if (entry.sequence() != expected) {
                return new Result.Broken(expected, "the entry is missing or out of order");
            }
            if (!entry.evidenceId().equals(entries.getFirst().evidenceId())) {
                return new Result.Broken(expected, "the entry belongs to another evidence");
            }
            if (!entry.previousHash().equals(previousHash)) {
                return new Result.Broken(expected, "the entry does not follow from the one before");
            }
            if (!entry.hash().equals(entry.computedHash())) {
                return new Result.Broken(expected, "the entry was changed after it was written");
            }
            previousHash = entry.hash();
            expected++;
        }
        return new Result.Intact();
    }
}
