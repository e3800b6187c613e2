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

/** Immutable list of sounds in memory, in their order. */
public final class InMemorySoundIndex {

    /** @param sound null for a medium without any */
    public record Entry(UUID id, @Nullable SoundFingerprint sound) {}

    public static final InMemorySoundIndex EMPTY = new InMemorySoundIndex(List.of());

    private final List<Entry> entries;

    private InMemorySoundIndex(List<Entry> entries) {
        this.entries = entries;
    }

    /** With these behind those that are there. */
    public InMemorySoundIndex with(Collection<Entry> added) {
        List<Entry> all = new ArrayList<>(entries.size() + added.size());
        all.addAll(entries);
        all.addAll(added);
        return new InMemorySoundIndex(Collections.unmodifiableList(all));
    }

    int size() {
        return entries.size();
    }

    /** Those that sound the same somewhere, by id, in their order. */
    public Map<UUID, SoundMatchResult> heard(@Nullable SoundFingerprint sound) throws InterruptedException {
        return heard(sound, 0);
    }

    /** Of those from {@code first} on. */
    Map<UUID, SoundMatchResult> heard(@Nullable SoundFingerprint sound, int first) throws InterruptedException {
        Map<UUID, SoundMatchResult> heard = new LinkedHashMap<>();
        if (sound == null || first >= entries.size()) {
            return heard;
        }
        var search = new SoundMatcher(sound);
        for (Entry entry : entries.subList(first, entries.size())) {
            SoundFingerprint other = entry.sound();
            List<SoundMatch> matches = other == null ? List.of() : search.matches(other);
            if (!matches.isEmpty()) {
                heard.put(entry.id(), new SoundMatchResult(other, matches));
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("while sounds were compared");
            }
        }
        return heard;
    }

    /** What is heard, and what is known of these, where they have nothing in common. */
    public Map<UUID, SoundMatchResult> beside(Map<UUID, SoundMatchResult> heard, Set<UUID> ids) {
        Map<UUID, SoundMatchResult> all = new LinkedHashMap<>(heard);
        for (Entry entry : ids.isEmpty() ? List.<Entry>of() : entries) {
            if (ids.contains(entry.id())) {
                all.putIfAbsent(entry.id(), new SoundMatchResult(entry.sound(), List.of()));
            }
        }
        return all;
    }
}
