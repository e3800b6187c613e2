package ma.balagh.verifier;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * An anchor with its proof.
 *
 * @param file its bytes: what the next anchor names by its hash, and what is time-stamped
 * @param statement what is signed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record AnchorFile(
        long number,
        byte[] file,
        byte[] statement,
        byte[] signature,
        String keyId,
        String previousHash,
        byte[] root,
        long size,
        Proof proof) {

    /**
     * What shows that a chain is in the anchor's journal.
     *
     * @param consistentWith number of the anchor before in the bundle, 0 for the first
     */
    record Proof(
            long consistentWith,
            List<byte[]> consistency,
            String evidenceId,
            String hash,
            List<byte[]> inclusion,
            long position,
            int sequence) {}

    String name() {
        return name(number, ".json");
    }

    String proofName() {
        return name(number, ".proof.json");
    }

    String stampName() {
        return name(number, ".tsr");
    }

    private static String name(long number, String ending) {
        return String.format(Locale.ROOT, "anchors/%012d%s", number, ending);
    }

    /** All of a bundle, in the order of their numbers. */
    static List<AnchorFile> all(ContainerContents contents) {
        var anchors = new ArrayList<AnchorFile>();
        for (ContainerContents.Entry entry : contents.all().values()) {
            String name = entry.name();
            if (name.startsWith("anchors/") && name.endsWith(".json") && !name.endsWith(".proof.json")) {
                anchors.add(read(contents, entry));
            }
        }
        return anchors;
    }

    private static AnchorFile read(ContainerContents contents, ContainerContents.Entry entry) {
        CanonicalJsonObject json = contents.json(entry.name());
        json.requireMembers("signature", "statement");
        CanonicalJsonObject statement = json.object("statement");
        statement.requireFormat("balagh-anchor/1");
        statement.requireMembers("at", "format", "keyId", "number", "previousHash", "root", "size");
        long number = statement.number("number");
        if (number < 1 || !name(number, ".json").equals(entry.name())) {
            throw new MalformedBundleException(
                    FindingLocation.entry(entry.name()), "its number is not the one of its name");
        }
        return new AnchorFile(
                number,
                contents.bytes(entry.name()),
                statement.canonical(),
                signature(json, entry),
                statement.text("keyId"),
                statement.text("previousHash"),
                hash(statement.text("root"), entry.name()),
                statement.number("size"),
                proof(contents, number));
    }

    private static byte[] signature(CanonicalJsonObject json, ContainerContents.Entry entry) {
        try {
            return Base64.getDecoder().decode(json.text("signature"));
        } catch (IllegalArgumentException e) {
            throw new MalformedBundleException(FindingLocation.entry(entry.name()), "its signature is no Base64");
        }
    }

    private static Proof proof(ContainerContents contents, long number) {
        String name = name(number, ".proof.json");
        CanonicalJsonObject json = contents.json(name);
        json.requireFormat("balagh-proof/1");
        json.requireMembers(
                "anchor",
                "consistency",
                "consistentWith",
                "evidenceId",
                "format",
                "hash",
                "inclusion",
                "position",
                "sequence");
        if (json.number("anchor") != number) {
            throw new MalformedBundleException(FindingLocation.entry(name), "it is the proof of another anchor");
        }
        return new Proof(
                json.number("consistentWith"),
                hashes(json.texts("consistency"), name),
                json.text("evidenceId"),
                json.text("hash"),
                hashes(json.texts("inclusion"), name),
                json.number("position"),
                json.small("sequence"));
    }

    private static List<byte[]> hashes(List<String> path, String name) {
        return path.stream().map(each -> hash(each, name)).toList();
    }

    private static byte[] hash(String hex, String name) {
        try {
            byte[] hash = HexFormat.of().parseHex(hex);
            if (hash.length == 32) {
                return hash;
            }
        } catch (IllegalArgumentException notHex) {
            // Answered below.
        }
        throw new MalformedBundleException(FindingLocation.entry(name), "it has a hash that is none");
    }
}
