package ma.balagh.verifier;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The entries of a container, in their order. */
final class ContainerContents {

    /**
     * @param offset of the content in the file
     * @param sha256 of the content
     * @param bytes the content; absent for the original and for custody chains, which may be of any size
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Entry(String name, long offset, long size, String sha256, byte @Nullable [] bytes) {}

    /** A custody chain that was read, or what is wrong with it. */
    sealed interface ReadChain {

        record Sound(CustodyChain chain) implements ReadChain {}

        record Broken(MalformedBundleException fault) implements ReadChain {}
    }

    private final SequencedMap<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, ReadChain> chains = new HashMap<>();

    void add(Entry entry) {
        entries.put(entry.name(), entry);
    }

    void add(String name, ReadChain chain) {
        chains.put(name, chain);
    }

    /** The entries whose names begin so, without this beginning. */
    ContainerContents part(String prefix) {
        var part = new ContainerContents();
        entries.forEach((name, entry) -> {
            if (name.startsWith(prefix)) {
                part.add(new Entry(
                        name.substring(prefix.length()), entry.offset(), entry.size(), entry.sha256(), entry.bytes()));
            }
        });
        chains.forEach((name, chain) -> {
            if (name.startsWith(prefix)) {
                part.add(name.substring(prefix.length()), chain);
            }
        });
        return part;
    }

    boolean isEmpty() {
        return entries.isEmpty();
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
            throw new MalformedBundleException(FindingLocation.entry(name), "it is missing");
        }
        return entry.bytes();
    }

    /** The custody chain of that name, which has to be there. */
    CustodyChain chain(String name) {
        return switch (chains.get(name)) {
            case ReadChain.Sound(CustodyChain chain) -> chain;
            case ReadChain.Broken(MalformedBundleException fault) -> throw fault;
            case null -> throw new MalformedBundleException(FindingLocation.entry(name), "it is missing");
        };
    }

    /** An entry that has to be there, as JSON. */
    CanonicalJsonObject json(String name) {
        byte[] bytes = bytes(name);
        return CanonicalJsonObject.read(name, find(name).map(Entry::offset).orElse(0L), bytes);
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
