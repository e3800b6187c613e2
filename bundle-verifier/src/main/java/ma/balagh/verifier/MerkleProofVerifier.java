package ma.balagh.verifier;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/** The proofs of a Merkle tree, verified as RFC 9162 says, with SHA-256. */
final class MerkleProofVerifier {

    private MerkleProofVerifier() {}

    static byte[] leaf(byte[] content) {
        MessageDigest sha256 = Sha256Hasher.start();
        sha256.update((byte) 0);
        return sha256.digest(content);
    }

    /** Section 2.1.3.2. */
    static boolean includes(byte[] root, long size, long index, byte[] leaf, List<byte[]> path) {
        if (index < 0 || index >= size) {
            return false;
        }
        long number = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((number & 1) == 1 || number == last) {
                hash = parent(sibling, hash);
                while ((number & 1) == 0 && number != 0) {
                    number >>= 1;
                    last >>= 1;
                }
            } else {
                hash = parent(hash, sibling);
            }
            number >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** Section 2.1.4.2. */
    static boolean continues(byte[] earlierRoot, long earlier, byte[] root, long size, List<byte[]> path) {
        if (earlier == size) {
            return path.isEmpty() && Arrays.equals(earlierRoot, root);
        }
        if (earlier == 0) {
            return path.isEmpty()
                    && Arrays.equals(earlierRoot, Sha256Hasher.start().digest());
        }
        if (earlier > size || earlier < 0 || (path.isEmpty() && Long.bitCount(earlier) != 1)) {
            return false;
        }
        boolean whole = Long.bitCount(earlier) == 1;
        byte[] first = whole ? earlierRoot : path.getFirst();
        return isBuilt(earlierRoot, earlier, root, size, first, whole ? path : path.subList(1, path.size()));
    }

    private static boolean isBuilt(
            byte[] earlierRoot, long earlier, byte[] root, long size, byte[] first, List<byte[]> path) {
        long number = earlier - 1;
        long last = size - 1;
        while ((number & 1) == 1) {
            number >>= 1;
            last >>= 1;
        }
        byte[] old = first;
        byte[] all = first;
        for (byte[] each : path) {
            if (last == 0) {
                return false;
            }
            if ((number & 1) == 1 || number == last) {
                old = parent(each, old);
                all = parent(each, all);
                while ((number & 1) == 0 && number != 0) {
                    number >>= 1;
                    last >>= 1;
                }
            } else {
                all = parent(all, each);
            }
            number >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(old, earlierRoot) && Arrays.equals(all, root);
    }

    private static byte[] parent(byte[] left, byte[] right) {
        MessageDigest sha256 = Sha256Hasher.start();
        sha256.update((byte) 1);
        sha256.update(left);
        return sha256.digest(right);
    }
}
