package ma.balagh.dispatch.escalation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Samples as comma-separated values (RFC 4180), with a line of names first. No value can be taken for a formula. */
final class StageSampleCsvWriter {

    private static final String HEADER =
            "incidentId,jurisdiction,severity,stage,callSign,startedAt,targetAt,endedAt,seconds,withinTarget\r\n";

    private StageSampleCsvWriter() {}

    static String write(List<StageSample> samples) {
        return samples.stream().map(StageSampleCsvWriter::line).collect(Collectors.joining("", HEADER, ""));
    }

    private static String line(StageSample sample) {
        return Stream.of(
                        sample.incidentId(),
                        sample.jurisdiction(),
                        sample.severity(),
                        sample.stage(),
                        sample.callSign(),
                        sample.startedAt(),
                        sample.targetAt(),
                        sample.endedAt(),
                        String.format(Locale.ROOT, "%.3f", sample.seconds()),
                        sample.withinTarget())
                .map(StageSampleCsvWriter::field)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Spreadsheets take what begins with one of these signs for a formula. */
    private static String field(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula || text.contains(",") || text.contains("\"") || text.contains("\n")
                ? '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
