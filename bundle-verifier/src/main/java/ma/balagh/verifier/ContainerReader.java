package ma.balagh.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a bundle of evidence in its one form; only small entries are held in memory. */
final class ContainerReader implements StoredFormReader.Entries {

    static final int LARGEST_MANIFEST = 2 << 20;
    static final int LARGEST_OTHER = 256 << 10;
    static final int LARGEST_TOGETHER = 40 << 20;

    private static final Pattern NAME =
            Pattern.compile("README\\.(ar|en|fr)\\.txt|(compartment/)?anchors/[0-9]{12}\\.(json|proof\\.json|tsr)"
                    + "|authorities/[0-9a-f]{64}\\.pem|(compartment/)?custody\\.json|keys/[0-9a-f]{64}\\.pem"
                    + "|manifest\\.(json|sig)|original\\.[a-z0-9]{1,5}");

    private final ContainerContents contents = new ContainerContents();
    private long held;

    private ContainerReader() {}

    /** Whatever could be read; what is wrong with it is in the report. */
    static ContainerContents read(InputStream in, VerificationReport report) throws IOException {
        var entries = new ContainerReader();
        new StoredFormReader(in, report, entries).read();
        return entries.contents;
    }

    @Override
    public @Nullable String fault(String name, @Nullable String before) {
        if (!NAME.matcher(name).matches()) {
            return "no entry of a bundle has this name";
        }
        return before != null && before.compareTo(name) >= 0 ? "the entries are not in the order of their names" : null;
    }

    @Override
    public void take(StoredFormReader.Content content) throws IOException {
        String name = content.header().name();
        byte[] kept = null;
        if (name.endsWith(BundleVerifier.CUSTODY)) {
            contents.add(name, chain(name, content.start(), content, provedEntries(name)));
        } else if (!name.startsWith("original.")) {
            kept = content.readNBytes(smallSize(content.header()));
        }
        contents.add(new ContainerContents.Entry(
                name, content.start(), content.header().size(), content.sha256(), kept));
    }

    private static ContainerContents.ReadChain chain(
            String name, long start, StoredFormReader.Content content, Set<Integer> wanted) throws IOException {
        try {
            return new ContainerContents.ReadChain.Sound(new CustodyReader(name, start, content, wanted).read());
        } catch (MalformedBundleException fault) {
            return new ContainerContents.ReadChain.Broken(fault);
        } catch (RuntimeException hostile) {
            return new ContainerContents.ReadChain.Broken(new MalformedBundleException(
                    FindingLocation.entry(name),
                    "it cannot be evaluated: " + hostile.getClass().getSimpleName()));
        }
    }

    /** The sequences that proofs name; these come before the chain. What is wrong with a proof is found later. */
    private Set<Integer> provedEntries(String custody) {
        String folder = custody.substring(0, custody.length() - BundleVerifier.CUSTODY.length()) + "anchors/";
        var sequences = new HashSet<Integer>();
        contents.between(folder, ".proof.json").forEach((number, proof) -> {
            try {
                sequences.add(CanonicalJsonObject.read(number, 0, proof).small("sequence"));
            } catch (MalformedBundleException fault) {
                // AnchorFile reads it again.
            }
        });
        return sequences;
    }

    private int smallSize(StoredFormVerifier.Header header) {
        String name = header.name();
        int largest = name.equals(BundleVerifier.MANIFEST) ? LARGEST_MANIFEST : LARGEST_OTHER;
        held += header.size();
        if (header.size() > largest || held > LARGEST_TOGETHER) {
            throw new MalformedBundleException(
                    FindingLocation.offset(name, header.offset()), "it is larger than any bundle's");
        }
        return (int) header.size();
    }
}
