package ma.balagh.dispatch.referral;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipInputStream;
import ma.balagh.contracts.file.StoredZipWriter;

/** Takes a container apart and puts it together again, so that its own checksums notice nothing. */
final class Repacker {

    private Repacker() {}

    static List<String> names(Path file) throws IOException {
        return List.copyOf(entries(file).keySet());
    }

    static byte[] content(Path file, String name) throws IOException {
        return Objects.requireNonNull(entries(file).get(name), name);
    }

    static Path withOneByteChanged(Path file, String name, Path into) throws IOException {
        var entries = entries(file);
        byte[] content = Objects.requireNonNull(entries.get(name), name);
        content[content.length / 2] ^= 1;
        try (var out = Files.newOutputStream(into)) {
            new StoredZipWriter(entries.entrySet().stream()
                            .map(each -> stored(each.getKey(), each.getValue()))
                            .toList())
                    .writeTo(out);
        }
        return into;
    }

    private static Map<String, byte[]> entries(Path file) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static StoredZipWriter.Entry stored(String name, byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return new StoredZipWriter.Entry(name, content.length, crc.getValue(), out -> out.write(content));
    }
}
