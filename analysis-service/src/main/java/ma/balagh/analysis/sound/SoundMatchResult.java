package ma.balagh.analysis.sound;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sound of a medium compared with that of another.
 *
 * @param other the other's; null where it has none
 * @param matches which seconds are the same, the longest first
 */
public record SoundMatchResult(@Nullable SoundFingerprint other, List<SoundMatch> matches) {

    public SoundMatchResult {
        matches = List.copyOf(matches);
    }
}
