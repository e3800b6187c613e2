package ma.balagh.analysis.circumstance;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.media.ProbeResult;
import ma.balagh.analysis.media.RecordingMetadata;
import ma.balagh.analysis.structure.FileLayout;
import ma.balagh.analysis.structure.StructureCheck;
import org.jspecify.annotations.Nullable;

/** Compares the times in a file with each other, with those of its reports, and with what is possible. */
public final class RecordingTimesCheck {

    /**
     * By which clocks of recorders differ from ours where they do not tell their zone: headers are to be in UTC, many
     * are not.
     */
    private static final Duration ZONES = Duration.ofDays(1);

    /** By which people are wrong about times, and portals about the hour of Morocco. */
    private static final Duration SLACK = Duration.ofHours(2);

    /** By which claims about an event are vague. */
    private static final Duration VAGUE = Duration.ofDays(1);

    /** Older than this is old footage where it is published without any word on its age. */
    private static final Duration OLD = Duration.ofDays(30);

    /** Before it no phone recorded a video: unset clocks say 1904, 1970 or 1980. */
    private static final Instant EARLIEST = Instant.parse("1995-01-01T00:00:00Z");

    /** Where other clocks begin that were never set: many cameras, and Matroska. */
    private static final List<Instant> BEGINNINGS =
            List.of(Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2001-01-01T00:00:00Z"));

    private final List<Finding> found = new ArrayList<>();
    private final ProbeResult probe;
    private final ClaimedCircumstances claimed;
    private final Instant now;

    private RecordingTimesCheck(ProbeResult probe, ClaimedCircumstances claimed, Instant now) {
        this.probe = probe;
        this.claimed = claimed;
        this.now = now;
    }

    /** At least one finding. */
    public static List<Finding> of(FileLayout layout, ProbeResult probe, ClaimedCircumstances claimed, Instant now) {
        var times = new RecordingTimesCheck(probe, claimed, now);
        RecordingMetadata recording = StructureCheck.recording(layout, probe);
        times.found.addAll(HeaderTimesCheck.of(layout.movie(), probe, now));
        times.recording(recording);
        times.report();
        times.found.addAll(TimeZoneCheck.of(probe, recording.location(), claimed));
        if (times.found.stream().allMatch(RecordingTimesCheck::isNote)) {
            times.found.add(times.nothingAgainst(recording));
        }
        return List.copyOf(times.found);
    }

    private Finding nothingAgainst(RecordingMetadata recording) {
        if (recording.approximately() == null) {
            return TimesStatement.NONE.alone();
        }
        if (recording.writer() != null) {
            return TimesStatement.WRITTEN_LATER.with(Map.of("written", told(recording), "writer", recording.writer()));
        }
        boolean comparable = Stream.of(claimed.publishedAt(), claimed.occurredAt(), claimed.receivedAt())
                .anyMatch(time -> time != null);
        return (comparable ? TimesStatement.CONSISTENT : TimesStatement.ALONE)
                .with(Map.of("recorded", told(recording)));
    }

    /** What says how to read a time, but nothing for or against it. */
    private static boolean isNote(Finding finding) {
        return finding.code().equals(TimesStatement.CLOCK_WITHOUT_ZONE.code());
    }

    private void recording(RecordingMetadata recording) {
        Instant recorded = recording.approximately();
        if (recorded == null) {
            return;
        }
        String told = told(recording);
        if (isUnset(recorded)) {
            found.add(TimesStatement.CLOCK_UNSET.with(Map.of("recorded", told)));
            return;
        }
        if (recording.clock() != null) {
            found.add(TimesStatement.CLOCK_WITHOUT_ZONE.with(Map.of("recorded", told)));
        }
        Duration tolerance = tellsZone(recording) ? SLACK : ZONES;
        if (recorded.isAfter(now.plus(tolerance))) {
            found.add(TimesStatement.IN_FUTURE.with(Map.of("recorded", told, "now", told(now))));
        }
        ReleaseDateTable.ofCodecs(probe)
                .filter(codec -> isBefore(recorded, codec))
                .findFirst()
                .ifPresent(codec -> found.add(TimesStatement.BEFORE_CODEC.with(Map.of(
                        "recorded",
                        told,
                        "codec",
                        codec.name(),
                        "since",
                        codec.since().toString()))));
        ReleaseDateTable.ofDevice(probe)
                .filter(device -> isBefore(recorded, device))
                .findFirst()
                .ifPresent(device -> found.add(TimesStatement.BEFORE_DEVICE.with(Map.of(
                        "recorded",
                        told,
                        "device",
                        device.name(),
                        "since",
                        device.since().toString()))));
        Instant received = claimed.receivedAt();
        Instant published = claimed.publishedAt();
        if (received != null && recorded.isAfter(received.plus(tolerance))) {
            found.add(TimesStatement.AFTER_RECEIPT.with(Map.of("recorded", told, "received", told(received))));
        } else if (published != null && recorded.isAfter(published.plus(tolerance))) {
            found.add(TimesStatement.AFTER_PUBLICATION.with(Map.of("recorded", told, "published", told(published))));
        }
        age(recorded, told);
    }

    private void age(Instant recorded, String told) {
        Instant occurred = claimed.occurredAt();
        Instant published = claimed.publishedAt();
        if (occurred != null) {
            Duration later = Duration.between(recorded, occurred);
            if (later.abs().compareTo(VAGUE) > 0) {
                found.add((later.isNegative() ? TimesStatement.NEWER_THAN_CLAIMED : TimesStatement.OLDER_THAN_CLAIMED)
                        .with(Map.of("recorded", told, "claimed", told(occurred), "days", days(later))));
            }
        } else if (published != null && Duration.between(recorded, published).compareTo(OLD) > 0) {
            found.add(TimesStatement.OLD_WHEN_PUBLISHED.with(Map.of(
                    "recorded",
                    told,
                    "published",
                    told(published),
                    "days",
                    days(Duration.between(recorded, published)))));
        }
    }

    /** What the report says of itself. */
    private void report() {
        Instant received = claimed.receivedAt();
        Instant published = claimed.publishedAt();
        Instant occurred = claimed.occurredAt();
        if (published != null && occurred != null && published.plus(SLACK).isBefore(occurred)) {
            found.add(TimesStatement.PUBLISHED_BEFORE_EVENT.with(
                    Map.of("published", told(published), "claimed", told(occurred))));
        }
        if (published != null && received != null && published.isAfter(received.plus(SLACK))) {
            found.add(TimesStatement.PUBLISHED_AFTER_RECEIPT.with(
                    Map.of("published", told(published), "received", told(received))));
        }
        if (occurred != null && received != null && occurred.isAfter(received.plus(SLACK))) {
            found.add(TimesStatement.CLAIMED_AFTER_RECEIPT.with(
                    Map.of("claimed", told(occurred), "received", told(received))));
        }
    }

    /** Apple's key and Exif with an offset tell their zone; a header's UTC may be the time on a wall. */
    private boolean tellsZone(RecordingMetadata recording) {
        return recording.at() != null
                && (probe.isStill() || probe.tag(TimeZoneCheck.KEY).isPresent());
    }

    static boolean isUnset(Instant time) {
        return time.isBefore(EARLIEST)
                || BEGINNINGS.stream()
                        .anyMatch(beginning -> !time.isBefore(beginning) && time.isBefore(beginning.plus(ZONES)));
    }

    private static boolean isBefore(Instant recorded, ReleaseDateTable.Release release) {
        return recorded.isBefore(
                release.since().atStartOfDay(ZoneOffset.UTC).toInstant().minus(ZONES));
    }

    private static String days(Duration duration) {
        return Long.toString(Math.abs(duration.toDays()));
    }

    private static String told(RecordingMetadata recording) {
        return recording.clock() == null
                ? told(recording.at())
                : recording.clock().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static String told(@Nullable Instant time) {
        return time == null ? "" : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
