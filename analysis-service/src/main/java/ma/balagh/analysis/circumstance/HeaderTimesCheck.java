package ma.balagh.analysis.circumstance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.media.ProbeResult;
import ma.balagh.analysis.media.RecordingMetadata;
import ma.balagh.analysis.structure.MovieStructure;
import org.jspecify.annotations.Nullable;

/** Compares the times in the header of a film with those of its tracks. */
final class HeaderTimesCheck {

    private static final Instant EPOCH_1904 = Instant.parse("1904-01-01T00:00:00Z");

    /** A recorder writes its header when it stops; more than this after that it is somebody else who writes. */
    private static final Duration CLOSING = Duration.ofMinutes(10);

    /** Platforms code sound and picture apart, within hours. */
    private static final Duration APART = Duration.ofDays(1);

    private HeaderTimesCheck() {}

    static List<Finding> of(@Nullable MovieStructure movie, ProbeResult probe, Instant now) {
        if (movie == null) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>();
        Instant created = movie.times().createdAt();
        Instant modified = movie.times().modifiedAt();
        if (created == null) {
            return found;
        }
        Instant meant = Instant.EPOCH.plus(Duration.between(EPOCH_1904, created));
        if (RecordingTimesCheck.isUnset(created)
                && !RecordingTimesCheck.isUnset(meant)
                && meant.isBefore(now.plus(APART))) {
            found.add(TimesStatement.CLOCK_MISCOUNTED.with(
                    Map.of("written", RecordingTimesCheck.told(created), "meant", RecordingTimesCheck.told(meant))));
            return found;
        }
        if (RecordingTimesCheck.isUnset(created)) {
            return found;
        }
        if (modified != null && !RecordingTimesCheck.isUnset(modified)) {
            modification(movie, created, modified).forEach(found::add);
        }
        tracks(movie, created).forEach(found::add);
        key(movie, created, probe).forEach(found::add);
        return found;
    }

    private static Stream<Finding> modification(MovieStructure movie, Instant created, Instant modified) {
        Map<String, String> facts =
                Map.of("created", RecordingTimesCheck.told(created), "modified", RecordingTimesCheck.told(modified));
        if (modified.plus(CLOSING).isBefore(created)) {
            return Stream.of(TimesStatement.MODIFIED_BEFORE_CREATION.with(facts));
        }
        return modified.isAfter(stopped(movie, created))
                ? Stream.of(TimesStatement.MODIFIED_LATER.with(facts))
                : Stream.empty();
    }

    private static Instant stopped(MovieStructure movie, Instant created) {
        return created.plusSeconds((long) Math.min(movie.seconds(), 1e9)).plus(CLOSING);
    }

    private static Stream<Finding> tracks(MovieStructure movie, Instant created) {
        return movie.tracks().stream()
                .flatMap(track -> Stream.of(track.times(), track.mediaTimes()))
                .map(MovieStructure.Times::createdAt)
                .filter(Objects::nonNull)
                .filter(time -> !RecordingTimesCheck.isUnset(time)
                        && Duration.between(time, created).abs().compareTo(APART) > 0)
                .limit(1)
                .map(time -> TimesStatement.TRACK_AGAINST_MOVIE.with(
                        Map.of("movie", RecordingTimesCheck.told(created), "track", RecordingTimesCheck.told(time))));
    }

    /** Apple's key is the time of recording, in whichever file it is copied; the header is that of the file. */
    private static Stream<Finding> key(MovieStructure movie, Instant created, ProbeResult probe) {
        Instant key = probe.tag(TimeZoneCheck.KEY).isPresent()
                ? RecordingMetadata.of(probe).at()
                : null;
        if (key == null || RecordingTimesCheck.isUnset(key)) {
            return Stream.empty();
        }
        boolean apart =
                created.isAfter(stopped(movie, key)) || created.plus(CLOSING).isBefore(key);
        return apart
                ? Stream.of(TimesStatement.HEADER_AGAINST_KEY.with(
                        Map.of("key", RecordingTimesCheck.told(key), "header", RecordingTimesCheck.told(created))))
                : Stream.empty();
    }
}
