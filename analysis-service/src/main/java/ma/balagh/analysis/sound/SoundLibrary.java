package ma.balagh.analysis.sound;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sounds in memory, in their order; never changes. */
public final class SoundLibrary {

    /** @param sound null for a medium without any */
    public record Entry(UUID id, @Nullable SoundFingerprint sound) {}

    public static final SoundLibrary EMPTY = new SoundLibrary(List.of());

    private final List<Entry> entries;

    private SoundLibrary(List<Entry> entries) {
        this.entries = entries;
    }

    /** With these behind those that are there. */
    public SoundLibrary with(Collection<Entry> added) {
        List<Entry> all = new ArrayList<>(entries.size() + added.size());
        all.addAll(entries);
        all.addAll(added);
        return new SoundLibrary(Collections.unmodifiableList(all));
    }

    int size() {
        return entries.size();
    }

    /** Those that sound the same somewhere, by id, in their order. */
    public Map<UUID, Heard> heard(@Nullable SoundFingerprint sound) throws InterruptedException {
        return heard(sound, 0);
    }

    /** Of those from {@code first} on. */
    Map<UUID, Heard> heard(@Nullable SoundFingerprint sound, int first) throws InterruptedException {
        Map<UUID, Heard> heard = new LinkedHashMap<>();
        if (sound == null || first >= entries.size()) {
            return heard;
        }
        var search = new SoundSearch(sound);
        for (Entry entry : entries.subList(first, entries.size())) {
            SoundFingerprint other = entry.sound();
            List<SoundMatch> matches = other == null ? List.of() : search.matches(other);
            if (!matches.isEmpty()) {
                heard.put(entry.id(), new Heard(other, matches));
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("while sounds were compared");
            }
        }
        return heard;
    }

    /** What is heard, and what is known of these, where they have nothing in common. */
    public Map<UUID, Heard> beside(Map<UUID, Heard> heard, Set<UUID> ids) {
        Map<UUID, Heard> all = new LinkedHashMap<>(heard);
        for (Entry entry : ids.isEmpty() ? List.<Entry>of() : entries) {
            if (ids.contains(entry.id())) {
                all.putIfAbsent(entry.id(), new Heard(entry.sound(), List.of()));
            }
        }
        return all;
    }
}
