package ma.balagh.verifier;

import java.util.List;
import java.util.Map;

/**
 * What is kept of a custody chain that holds from its first entry to its last.
 *
 * @param evidenceId whose chain
 * @param length number of its entries
 * @param first its first entry
 * @param hashes hashes of the entries that anchors name, by sequence
 * @param commitments number of entries that are there by their hash alone
 * @param firstCommitments sequences of the first of these
 */
record CustodyChain(
        String evidenceId,
        int length,
        Entry first,
        Map<Integer, String> hashes,
        int commitments,
        List<Integer> firstCommitments) {

    /**
     * An entry of a chain.
     *
     * @param shown whether it is there with its content; otherwise its hash stands for it
     */
    record Entry(String hash, boolean shown, String action, CanonicalJsonObject detail) {}
}
