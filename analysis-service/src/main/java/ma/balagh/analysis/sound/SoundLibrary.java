package ma.balagh.analysis.sound;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sounds in memory, compared one after another. Not for several threads at once. */
public final class SoundLibrary {

    private record Entry(UUID id, @Nullable SoundFingerprint sound) {}

    private final List<Entry> entries = new ArrayList<>();

    /** @param sound null for a medium without any */
    public void add(UUID id, @Nullable SoundFingerprint sound) {
        entries.add(new Entry(id, sound));
    }

    int size() {
        return entries.size();
    }

    /** What each says to the sound of a medium, by id. */
    public Map<UUID, Heard> heard(@Nullable SoundFingerprint sound) {
        return heard(sound, 0);
    }

    /** What those from {@code first} on say. */
    Map<UUID, Heard> heard(@Nullable SoundFingerprint sound, int first) {
        Map<UUID, Heard> heard = new HashMap<>();
        for (Entry entry : entries.subList(first, entries.size())) {
            SoundFingerprint other = entry.sound();
            heard.put(entry.id(), new Heard(other, sound == null || other == null ? List.of() : sound.match(other)));
        }
        return heard;
    }
}
