package ma.balagh.verifier;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The entries of a container, in their order. */
final class Contents {

    /**
     * @param offset of the content in the file
     * @param sha256 of the content
     * @param bytes the content; absent for the original, which may be of any size
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Entry(String name, long offset, long size, String sha256, byte @Nullable [] bytes) {}

    private final SequencedMap<String, Entry> entries = new LinkedHashMap<>();

    void add(Entry entry) {
        entries.put(entry.name(), entry);
    }

    SequencedMap<String, Entry> all() {
        return entries;
    }

    Optional<Entry> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /** The bytes of an entry that has to be there. */
    byte[] bytes(String name) {
        Entry entry = entries.get(name);
        if (entry == null || entry.bytes() == null) {
            throw new Malformed(Place.entry(name), "it is missing");
        }
        return entry.bytes();
    }

    /** An entry that has to be there, as JSON. */
    Json json(String name) {
        byte[] bytes = bytes(name);
        return Json.read(name, find(name).map(Entry::offset).orElse(0L), bytes);
    }

    /** Of entries that are named so, the part between prefix and suffix, and the bytes. */
    SequencedMap<String, byte[]> between(String prefix, String suffix) {
        var found = new LinkedHashMap<String, byte[]>();
        for (Map.Entry<String, Entry> each : entries.entrySet()) {
            String name = each.getKey();
            byte[] bytes = each.getValue().bytes();
            if (name.startsWith(prefix) && name.endsWith(suffix) && bytes != null) {
                found.put(name.substring(prefix.length(), name.length() - suffix.length()), bytes);
            }
        }
        return found;
    }
}
