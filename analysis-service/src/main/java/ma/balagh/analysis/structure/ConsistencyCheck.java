package ma.balagh.analysis.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.media.ProbeResult;
import org.jspecify.annotations.Nullable;

/** Finds contradictions between parts of a file. */
final class ConsistencyCheck {

    /** Seconds, and a part of the whole, by which honest writers round lengths. */
    private static final double ROUNDING = 1;

    private static final double ROUNDING_PART = 0.02;

    /** Seconds by which sound outlasts the picture where a recording is stopped. */
    private static final double TAIL = 2;

    /** Seconds that writers hide to let decoders and predicted pictures begin. */
    private static final double PRIMING = 1;

    private static final Set<String> AVC = Set.of("avc1", "avc2", "avc3", "avc4", "dva1", "dvav", "encv");

    /** Not known to 3GPP TS 26.244, whose brands begin so. */
    private static final String THIRD_GENERATION = "3g";

    private static final Set<String> STRANGE_TO_IT =
            Set.of("vp08", "vp09", "av01", "Opus", "fLaC", "ap4h", "apcn", "apch");

    /** What does not differ from model to model. */
    private static final List<String> FIRM = List.of("major=", "brand", "handler.", "maker.");

    private final List<Finding> found = new ArrayList<>();

    private ConsistencyCheck() {}

    /** At least one: that nothing contradicts, or that nothing can be compared. */
    static List<Finding> of(
            FileLayout layout, WriterTraces traces, List<KnownWriter.Match> writers, ProbeResult probe) {
        var consistency = new ConsistencyCheck();
        consistency.writers(writers, probe);
        consistency.brands(traces, layout.movie());
        if (layout.movie() != null && !layout.movie().fragmented()) {
            consistency.lengths(layout.movie());
            consistency.samples(layout.movie());
        }
        if (layout.damagedAt() != null) {
            consistency.found.add(
                    ConsistencyStatement.DAMAGED.with(Map.of("position", Long.toString(layout.damagedAt()))));
        }
        if (consistency.found.isEmpty()) {
            consistency.found.add(
                    switch (layout.form()) {
                        case BOXES, SEGMENTS -> ConsistencyStatement.CONSISTENT.alone();
                        case EBML, OTHER ->
                            ConsistencyStatement.NOT_COMPARABLE.with(Map.of("container", probe.container()));
                    });
        }
        return consistency.found;
    }

    private void writers(List<KnownWriter.Match> writers, ProbeResult probe) {
        List<KnownWriter.Match> devices = writers.stream()
                .filter(match -> match.named() && OriginClassifier.isCamera(match))
                .toList();
        if (devices.isEmpty()) {
            return;
        }
        String device = OriginClassifier.device(devices.getFirst(), probe);
        var program = writers.stream()
                .filter(match ->
                        match.named() && comesAfterADevice(match.writer().kind()))
                .findFirst();
        if (program.isPresent()) {
            found.add(ConsistencyStatement.DEVICE_BESIDE_PROGRAM.with(Map.of(
                    "device",
                    device,
                    "program",
                    program.get().writer().name(),
                    "traces",
                    OriginClassifier.told(
                            Stream.concat(devices.getFirst().traces().stream(), program.get().traces().stream())
                                    .toList()))));
        } else if (devices.stream().noneMatch(ConsistencyCheck::isKnownWhole)
                && !devices.getFirst().isWhole()) {
            List<String> against = devices.getFirst().against();
            boolean firm = against.stream().anyMatch(trace -> FIRM.stream().anyMatch(trace::startsWith));
            found.add((firm ? ConsistencyStatement.LAYOUT_AGAINST_DEVICE : ConsistencyStatement.LAYOUT_UNUSUAL)
                    .with(Map.of("device", device, "against", OriginClassifier.told(against))));
        }
    }

    private static boolean isKnownWhole(KnownWriter.Match match) {
        return match.writer().kind() == KnownWriter.Kind.CAMERA && match.isWhole();
    }

    /** A recording of its own screen names the device, too. */
    private static boolean comesAfterADevice(KnownWriter.Kind kind) {
        return switch (kind) {
            case GENERATOR, EDITOR, PLATFORM, MESSENGER, ENCODER -> true;
            case SCREEN, CAMERA, DEVICE -> false;
        };
    }

    private void brands(WriterTraces traces, @Nullable MovieStructure movie) {
        String major = traces.of("major").stream().findFirst().orElse("");
        traces.of("key.major_brand").stream()
                .filter(before -> !before.equals(major))
                .findFirst()
                .ifPresent(before ->
                        found.add(ConsistencyStatement.BRAND_REPLACED.with(Map.of("before", before, "now", major))));
        List<String> codecs = movie == null
                ? List.of()
                : movie.tracks().stream().map(MovieStructure.Track::codec).toList();
        List<String> pictures = traces.of("codec.vide");
        if (traces.of("brand").contains("avc1")
                && !pictures.isEmpty()
                && codecs.stream().noneMatch(AVC::contains)) {
            against("avc1", pictures.getFirst());
        }
        if (major.startsWith(THIRD_GENERATION)) {
            codecs.stream().filter(STRANGE_TO_IT::contains).findFirst().ifPresent(codec -> against(major, codec));
        }
    }

    private void against(String brand, String codec) {
        found.add(ConsistencyStatement.BRAND_AGAINST_CODEC.with(Map.of("brand", brand, "codec", codec)));
    }

    private void lengths(MovieStructure movie) {
        double longest = movie.tracks().stream()
                .mapToDouble(MovieStructure.Track::seconds)
                .max()
                .orElse(0);
        double picture = movie.tracks().stream()
                .filter(MovieStructure.Track::isPicture)
                .mapToDouble(MovieStructure.Track::seconds)
                .max()
                .orElse(0);
        double total = movie.seconds();
        if (total > 0 && longest > 0 && Math.abs(total - longest) > tolerance(total, ROUNDING)) {
            found.add(ConsistencyStatement.TRACKS_AGAINST_MOVIE.with(
                    Map.of("movie", seconds(total), "track", seconds(longest))));
        } else if (picture > 0 && total - picture > tolerance(total, TAIL)) {
            found.add(ConsistencyStatement.PICTURE_SHORTER.with(
                    Map.of("movie", seconds(total), "picture", seconds(picture))));
        }
        pictures(movie)
                .filter(track -> track.hidden() >= PRIMING && !track.timesContradict())
                .findFirst()
                .ifPresent(track -> found.add(ConsistencyStatement.MEDIA_HIDDEN.with(
                        Map.of("hidden", seconds(track.hidden()), "media", seconds(track.lasting())))));
    }

    /** The tables of samples with each other, with the header of their track, and with how long it is shown. */
    private void samples(MovieStructure movie) {
        pictures(movie)
                .filter(track -> track.samples().contradict())
                .findFirst()
                .ifPresent(track -> found.add(ConsistencyStatement.TABLES_CONTRADICT.with(Map.of(
                        "sized", count(track.samples().sized()),
                        "timed", count(track.samples().timed()),
                        "placed", count(track.samples().placed())))));
        pictures(movie)
                .filter(MovieStructure.Track::timesContradict)
                .findFirst()
                .ifPresent(track -> found.add(ConsistencyStatement.TIMES_AGAINST_TRACK.with(
                        Map.of("track", seconds(track.mediaSeconds()), "times", seconds(track.sampleSeconds())))));
        pictures(movie)
                .filter(track -> track.edits().showable() > 0
                        && track.seconds() - track.edits().showable() > tolerance(track.seconds(), TAIL))
                .findFirst()
                .ifPresent(track -> found.add(ConsistencyStatement.SHOWN_LONGER_THAN_MEDIA.with(Map.of(
                        "shown",
                        seconds(track.seconds()),
                        "media",
                        seconds(track.edits().showable())))));
    }

    private static Stream<MovieStructure.Track> pictures(MovieStructure movie) {
        return movie.tracks().stream().filter(MovieStructure.Track::isPicture);
    }

    private static String count(long samples) {
        return samples < 0 ? "" : Long.toString(samples);
    }

    private static double tolerance(double total, double seconds) {
        return Math.max(seconds, total * ROUNDING_PART);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f", seconds);
    }
}
