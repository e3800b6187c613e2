package ma.balagh.verifier;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** The entries of a referral file, read by its directory; nothing is unpacked. */
final class AsicContents implements AutoCloseable {

    static final String MIME_TYPE_ENTRY = "mimetype";
    static final String MIME_TYPE = "application/vnd.etsi.asic-e+zip";

    private static final int MOST_ENTRIES = 4_096;
    private static final int LARGEST_SMALL = 8 << 20;
    private static final Pattern NAME = Pattern.compile(
            "mimetype|META-INF/(ASiCManifest[0-9]{0,4}\\.xml|signature[0-9]{0,4}\\.p7s)|report\\.pdf|case\\.jsonld"
                    + "|timeline\\.(json|pdf)|manifest\\.json|evidence/[0-9a-f-]{36}\\.zip");

    private final ZipFile zip;
    private final List<String> names;

    private AsicContents(ZipFile zip, List<String> names) {
        this.zip = zip;
        this.names = names;
    }

    /** @throws MalformedBundleException when it is no referral file, or its parts contradict each other */
    static AsicContents open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException malformed) {
            throw new MalformedBundleException(FindingLocation.WHOLE, "its directory cannot be read");
        }
        try {
            var contents = new AsicContents(
                    zip,
                    Collections.list(zip.entries()).stream()
                            .map(ZipEntry::getName)
                            .toList());
            contents.requireForm(file);
            return contents;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    List<String> names() {
        return names;
    }

    /** What is listed by the signature's manifest. */
    List<String> parts() {
        return names.stream()
                .filter(name -> !name.equals(MIME_TYPE_ENTRY) && !name.startsWith("META-INF/"))
                .toList();
    }

    private void requireForm(Path file) throws IOException {
        if (names.size() > MOST_ENTRIES || names.stream().distinct().count() < names.size()) {
            throw new MalformedBundleException(FindingLocation.WHOLE, "it has an entry twice, or too many");
        }
        for (String name : names) {
            if (!NAME.matcher(name).matches()) {
                throw new MalformedBundleException(FindingLocation.WHOLE, "it has an entry that no referral file has");
            }
        }
        if (!MIME_TYPE.equals(new String(bytes(MIME_TYPE_ENTRY), StandardCharsets.US_ASCII))) {
            throw new MalformedBundleException(FindingLocation.entry(MIME_TYPE_ENTRY), "it is of another type");
        }
        if (!names.equals(namesInOrder(file))) {
            throw new MalformedBundleException(
                    FindingLocation.WHOLE, "its directory lists other entries than there are");
        }
    }

    /** As somebody meets them who reads the file from its beginning; checks the CRC of each. */
    private static List<String> namesInOrder(Path file) throws IOException {
        var found = new ArrayList<String>();
        try (var in = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                found.add(entry.getName());
                if (found.size() > MOST_ENTRIES) {
                    return found;
                }
                in.transferTo(OutputStream.nullOutputStream());
            }
        } catch (ZipException malformed) {
            throw new MalformedBundleException(
                    found.isEmpty() ? FindingLocation.WHOLE : FindingLocation.entry(found.getLast()),
                    "it cannot be read: its bytes do not have their CRC");
        }
        return found;
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

    String sha256(String name) throws IOException {
        MessageDigest digest = Sha256Hasher.start();
        try (InputStream in = new DigestInputStream(stream(name), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
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
