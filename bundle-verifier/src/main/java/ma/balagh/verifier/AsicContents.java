package ma.balagh.verifier;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The entries of a referral file; nothing is unpacked. */
final class AsicContents implements AutoCloseable {

    static final String MIME_TYPE_ENTRY = "mimetype";
    static final String MIME_TYPE = "application/vnd.etsi.asic-e+zip";

    private static final int LARGEST_SMALL = 8 << 20;
    private static final Pattern NAME = Pattern.compile(
            "mimetype|META-INF/(ASiCManifest[0-9]{0,4}\\.xml|signature[0-9]{0,4}\\.p7s)|report\\.pdf|case\\.jsonld"
                    + "|timeline\\.(json|pdf)|manifest\\.json|evidence/[0-9a-f-]{36}\\.zip");

    private final ZipFile zip;
    private final SequencedMap<String, String> digests;

    private AsicContents(ZipFile zip, SequencedMap<String, String> digests) {
        this.zip = zip;
        this.digests = digests;
    }

    /**
     * Nothing where the file has not the form of a referral file; then the report says so.
     *
     * @throws MalformedBundleException when it is of another type
     */
    static @Nullable AsicContents open(Path file, VerificationReport report) throws IOException {
        var digests = digests(file, report);
        if (report.hasFailed(BundleClaim.CONTAINER)) {
            return null;
        }
        var contents = new AsicContents(zip(file), digests);
        if (!MIME_TYPE.equals(new String(contents.bytes(MIME_TYPE_ENTRY), StandardCharsets.US_ASCII))) {
            contents.close();
            throw new MalformedBundleException(FindingLocation.entry(MIME_TYPE_ENTRY), "it is of another type");
        }
        return contents;
    }

    /** SHA-256 of each entry, in their order. */
    private static SequencedMap<String, String> digests(Path file, VerificationReport report) throws IOException {
        var digests = new LinkedHashMap<String, String>();
        var entries = new StoredFormReader.Entries() {

            @Override
            public @Nullable String fault(String name, @Nullable String before) {
                if (!NAME.matcher(name).matches() || (before == null) != name.equals(MIME_TYPE_ENTRY)) {
                    return "no referral file has such an entry here";
                }
                return digests.containsKey(name) ? "it has an entry twice" : null;
            }

            @Override
            public void take(StoredFormReader.Content content) throws IOException {
                digests.put(content.header().name(), content.sha256());
            }
        };
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            new StoredFormReader(in, report, entries).read();
        }
        return digests;
    }

    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException malformed) {
            throw new MalformedBundleException(FindingLocation.WHOLE, "its directory cannot be read");
        }
    }

    List<String> names() {
        return List.copyOf(digests.keySet());
    }

    /** What is listed by the signature's manifest. */
    List<String> parts() {
        return digests.keySet().stream()
                .filter(name -> !name.equals(MIME_TYPE_ENTRY) && !name.startsWith("META-INF/"))
                .toList();
    }

    @Nullable
    String sha256(String name) {
        return digests.get(name);
    }

    /** A small entry whole. */
    byte[] bytes(String name) throws IOException {
        try (InputStream in = stream(name)) {
            byte[] read = in.readNBytes(LARGEST_SMALL + 1);
            if (read.length > LARGEST_SMALL) {
                throw new MalformedBundleException(FindingLocation.entry(name), "it is larger than any such entry");
            }
            return read;
        }
    }

    InputStream stream(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new MalformedBundleException(FindingLocation.entry(name), "it is missing");
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
