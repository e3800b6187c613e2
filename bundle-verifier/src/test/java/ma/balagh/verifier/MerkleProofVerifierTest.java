package ma.balagh.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MerkleProofVerifierTest {

    private static final int LARGEST = 20;

    @Test
    void acceptsEveryProofOfInclusionAndNoOther() {
        for (int size = 1; size <= LARGEST; size++) {
            byte[] root = root(0, size);
            for (int index = 0; index < size; index++) {
                List<byte[]> path = inclusion(index, 0, size);
                assertThat(MerkleProofVerifier.includes(root, size, index, leaf(index), path))
                        .isTrue();
                assertThat(MerkleProofVerifier.includes(root, size, index, leaf(index + 1), path))
                        .isFalse();
                assertThat(MerkleProofVerifier.includes(root, size, index + 1, leaf(index), path))
                        .isFalse();
                assertThat(MerkleProofVerifier.includes(root, size, index, leaf(index), longer(path)))
                        .isFalse();
                if (!path.isEmpty()) {
                    assertThat(MerkleProofVerifier.includes(
                                    root, size, index, leaf(index), path.subList(1, path.size())))
                            .isFalse();
                }
            }
            assertThat(MerkleProofVerifier.includes(root, size, -1, leaf(0), List.of()))
                    .isFalse();
        }
    }

    @Test
    void acceptsEveryContinuationAndNoOther() {
        for (int size = 1; size <= LARGEST; size++) {
            for (int earlier = 1; earlier <= size; earlier++) {
                List<byte[]> path = consistency(earlier, 0, size, true);
                assertThat(MerkleProofVerifier.continues(root(0, earlier), earlier, root(0, size), size, path))
                        .as("%d in %d", earlier, size)
                        .isTrue();
                assertThat(MerkleProofVerifier.continues(root(1, earlier), earlier, root(0, size), size, path))
                        .isFalse();
                assertThat(MerkleProofVerifier.continues(root(0, earlier), earlier, root(1, size), size, path))
                        .isFalse();
                assertThat(MerkleProofVerifier.continues(root(0, earlier), earlier, root(0, size), size, longer(path)))
                        .isFalse();
                assertThat(MerkleProofVerifier.continues(root(0, earlier), size + 1, root(0, size), size, path))
                        .isFalse();
            }
        }
    }

    private static List<byte[]> longer(List<byte[]> path) {
        var longer = new ArrayList<>(path);
        longer.add(new byte[32]);
        return longer;
    }

    private static byte[] leaf(int index) {
        return MerkleProofVerifier.leaf(new byte[] {(byte) index});
    }

    private static byte[] root(int start, int count) {
        if (count == 1) {
            return leaf(start);
        }
        int left = Integer.highestOneBit(count - 1);
        var parent = Sha256Hasher.start();
        parent.update((byte) 1);
        parent.update(root(start, left));
        return parent.digest(root(start + left, count - left));
    }

    private static List<byte[]> inclusion(int index, int start, int count) {
        if (count == 1) {
            return List.of();
        }
        int left = Integer.highestOneBit(count - 1);
        boolean isLeft = index < start + left;
        var path =
                new ArrayList<>(isLeft ? inclusion(index, start, left) : inclusion(index, start + left, count - left));
        path.add(isLeft ? root(start + left, count - left) : root(start, left));
        return path;
    }

    private static List<byte[]> consistency(int earlier, int start, int count, boolean whole) {
        if (earlier == count) {
            return whole ? List.of() : List.of(root(start, count));
        }
        int left = Integer.highestOneBit(count - 1);
        boolean isLeft = earlier <= left;
        var path = new ArrayList<>(
                isLeft
                        ? consistency(earlier, start, left, whole)
                        : consistency(earlier - left, start + left, count - left, false));
        path.add(isLeft ? root(start + left, count - left) : root(start, left));
        return path;
    }
}
