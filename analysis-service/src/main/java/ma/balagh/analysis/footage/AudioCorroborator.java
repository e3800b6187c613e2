package ma.balagh.analysis.footage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import ma.balagh.analysis.fingerprint.Transformation;
import ma.balagh.analysis.footage.FootageMatch.Kind;
import ma.balagh.analysis.footage.FootageMatch.Sound;
import ma.balagh.analysis.footage.FootageMatch.Span;
import ma.balagh.analysis.sound.SoundFingerprint;
import ma.balagh.analysis.sound.SoundMatch;
import ma.balagh.analysis.sound.SoundMatchResult;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether the sound confirms a match of pictures, and adds matches of sound alone. Sound never makes a copy: one
 * piece of music lies under many films.
 */
public final class AudioCorroborator {

    /** By how much picture and sound may disagree about the time, in seconds. */
    private static final double TOGETHER = 0.7;
    /** Where the sound is the same for so many times as long as the picture, it is a match of its own. */
    private static final double LONGER = 1.5;
    /** Shorter sounds are a match of their own nowhere, in seconds. */
    private static final double LONG_ENOUGH = 4;

    private static final Comparator<FootageMatch> BEST = Comparator.comparingDouble(FootageMatch::coverage)
            .thenComparingDouble(FootageMatch::score)
            .reversed();

    /**
     * What was seen and what was only heard.
     *
     * @param matches what was seen first
     * @param soundOnly how many there are that were only heard, whether they are among the matches or not
     */
    public record Witness(List<FootageMatch> matches, int soundOnly) {

        public Witness {
            matches = List.copyOf(matches);
        }
    }

    private final @Nullable SoundFingerprint mine;
    private final Map<UUID, SoundMatchResult> heard;

    /**
     * The sound of a medium beside those of others.
     *
     * @param mine null where it has none
     * @param heard by evidence; what is not in it is not known to have a sound or none
     */
    public AudioCorroborator(@Nullable SoundFingerprint mine, Map<UUID, SoundMatchResult> heard) {
        this.mine = mine;
        this.heard = Collections.unmodifiableMap(new LinkedHashMap<>(heard));
    }

    /**
     * What was seen, with what was heard.
     *
     * @param most of what was only heard, the best are kept: a song may lie under thousands of films
     */
    public Witness with(List<FootageMatch> seen, int most) {
        List<FootageMatch> all = new ArrayList<>();
        Set<UUID> told = new HashSet<>();
        for (FootageMatch match : seen) {
            SoundMatchResult sound = heard.get(match.evidenceId());
            all.add(sound == null ? match : match.with(relation(match, sound)));
            if (sound != null && length(sound.matches()) < LONGER * seenLength(match)) {
                told.add(match.evidenceId());
            }
        }
        List<FootageMatch> soundOnly = new ArrayList<>();
        heard.forEach((evidenceId, sound) -> {
            if (!told.contains(evidenceId) && length(sound.matches()) >= LONG_ENOUGH) {
                soundOnly.add(match(evidenceId, sound));
            }
        });
        soundOnly.stream().sorted(BEST).limit(most).forEach(all::add);
        return new Witness(all, soundOnly.size());
    }

    private @Nullable Sound relation(FootageMatch match, SoundMatchResult sound) {
        if (mine == null || sound.other() == null) {
            return mine == null && sound.other() == null ? null : Sound.MISSING;
        }
        boolean isHeard = false;
        for (SoundMatch same : sound.matches()) {
            for (Span span : match.spans()) {
                if (same.from() < span.to() && span.from() < same.to()) {
                    isHeard = true;
                    double at = Math.max(span.from(), same.from());
                    double otherAt = span.otherFrom() + (at - span.from()) * match.speed();
                    if (Math.abs(same.otherFrom() + at - same.from() - otherAt) <= TOGETHER) {
                        return Sound.SAME;
                    }
                }
            }
        }
        return isHeard ? Sound.SHIFTED : isLively(match, mine, sound.other()) ? Sound.OTHER : null;
    }

    /** Whether the same sound would have been recognised: it is long and lively enough, and as fast. */
    private static boolean isLively(FootageMatch match, SoundFingerprint mine, SoundFingerprint other) {
        return match.speed() == 1
                && match.spans().stream()
                        .anyMatch(span -> mine.isLively(span.from(), span.to())
                                && other.isLively(span.otherFrom(), span.otherTo()));
    }

    private FootageMatch match(UUID evidenceId, SoundMatchResult sound) {
        List<Span> spans = sound.matches().stream()
                .map(same -> new Span(same.from(), same.to(), same.otherFrom(), same.otherTo()))
                .sorted(Comparator.comparingDouble(Span::from))
                .toList();
        double length = length(sound.matches());
        double errors = sound.matches().stream()
                        .mapToDouble(same -> same.errors() * same.length())
                        .sum()
                / length;
        return new FootageMatch(
                evidenceId,
                Kind.SHARED_SOUND,
                Transformation.NONE,
                null,
                spans,
                share(length, mine),
                share(length, sound.other()),
                1 - 2 * errors,
                null,
                null,
                Set.of());
    }

    private static double share(double length, @Nullable SoundFingerprint of) {
        return of == null ? 0 : Math.min(1, length / of.seconds());
    }

    private static double length(List<SoundMatch> matches) {
        return matches.stream().mapToDouble(SoundMatch::length).sum();
    }

    private static double seenLength(FootageMatch match) {
        return match.spans().stream().mapToDouble(Span::length).sum();
    }
}
