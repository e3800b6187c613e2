package ma.balagh.intake.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import ma.balagh.audit.transparency.MerkleHasher;
import ma.balagh.audit.transparency.MerkleTreeBuilder;
import org.junit.jupiter.api.Test;

final class MerkleTreeTest {

    // The test vectors of the first implementations of certificate transparency.
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void hasTheRootsOfTheTestVectors() {
        for (int size = 0; size < ROOTS.size(); size++) {
            assertThat(hex(tree(size).root())).as("size %d", size).isEqualTo(ROOTS.get(size));
        }
    }

    @Test
    void growsToTheSameRoots() {
        List<byte[]> leaves = new ArrayList<>();
        var growing = new MerkleTreeBuilder();
        for (int size = 0; size < 70; size++) {
            var stored = new MerkleTree(size, (level, position) -> complete(leaves, level, position));
            assertThat(growing.size()).isEqualTo(size);
            assertThat(growing.root()).as("size %d", size).isEqualTo(stored.root());
            var leaf = new JournalLeaf(new UUID(7, size), size + 1, "00");
            leaves.add(leaf.hashed());
            growing.add(leaf.hashed());
        }
    }

    @Test
    void provesInclusionAsTheTestVectorsDo() {
        assertThat(tree(1).inclusion(0)).isEmpty();
        assertThat(hex(tree(8).inclusion(0)))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(hex(tree(8).inclusion(5)))
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    }

    @Test
    void provesContinuationAsTheTestVectorsDo() {
        assertThat(tree(8).consistency(8)).isEmpty();
        assertThat(tree(8).consistency(0)).isEmpty();
        assertThat(hex(tree(8).consistency(1)))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(hex(tree(5).consistency(2)))
                .containsExactly(
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    }

    private static MerkleTree tree(int size) {
        List<byte[]> leaves = new ArrayList<>();
        LEAVES.subList(0, size)
                .forEach(leaf -> leaves.add(MerkleHasher.leaf(HexFormat.of().parseHex(leaf))));
        return new MerkleTree(size, (level, position) -> complete(leaves, level, position));
    }

    private static byte[] complete(List<byte[]> leaves, int level, long position) {
        if (level == 0) {
            return leaves.get((int) position);
        }
        return MerkleHasher.parent(
                complete(leaves, level - 1, 2 * position), complete(leaves, level - 1, 2 * position + 1));
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(MerkleTreeTest::hex).toList();
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
