package ma.balagh.intake.custody;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Verifies a chain from its entries alone: nobody has to trust the database that they came from. */
public final class CustodyChainVerifier {

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

    private CustodyChainVerifier() {}

    /** @param entries all entries of one evidence, oldest first */
    public static Result verify(List<CustodyEntry> entries) {
        if (entries.isEmpty()) {
            return new Result.Broken(1, "there is no entry at all");
        }
        CustodyEntry before = null;
        for (CustodyEntry entry : entries) {
            Optional<Result.Broken> broken = follows(before, entry);
            if (broken.isPresent()) {
                return broken.get();
            }
            before = entry;
        }
        return new Result.Intact();
    }

    /**
     * Checks one link, for chains that are too long to be held.
     *
     * @param before the entry before, which was checked; null for the first one
     * @return nothing when the entry follows from it
     */
    public static Optional<Result.Broken> follows(@Nullable CustodyEntry before, CustodyEntry entry) {
        int expected = before == null ? 1 : before.sequence() + 1;
        if (entry.sequence() != expected) {
            return Optional.of(new Result.Broken(expected, "the entry is missing or out of order"));
        }
        if (before != null && !entry.evidenceId().equals(before.evidenceId())) {
            return Optional.of(new Result.Broken(expected, "the entry belongs to another evidence"));
        }
        if (!entry.previousHash().equals(before == null ? CustodyEntry.GENESIS : before.hash())) {
            return Optional.of(new Result.Broken(expected, "the entry does not follow from the one before"));
        }
        if (!entry.hash().equals(entry.computedHash())) {
            return Optional.of(new Result.Broken(expected, "the entry was changed after it was written"));
        }
        return Optional.empty();
    }
}
