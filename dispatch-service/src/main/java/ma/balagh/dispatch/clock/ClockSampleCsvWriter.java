package ma.balagh.dispatch.clock;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import ma.balagh.dispatch.CsvLineFormatter;

/** Samples as comma-separated values, with a line of names first. */
final class ClockSampleCsvWriter {

    private static final String HEADER = CsvLineFormatter.line(
            "stage",
            "subject",
            "subjectId",
            "jurisdiction",
            "incidentType",
            "startedAt",
            "endedAt",
            "seconds",
            "targetSeconds",
            "withinTarget");

    private ClockSampleCsvWriter() {}

    static String write(List<ClockSample> samples) {
        return samples.stream().map(ClockSampleCsvWriter::line).collect(Collectors.joining("", HEADER, ""));
    }

    private static String line(ClockSample sample) {
        return CsvLineFormatter.line(
                sample.stage(),
                sample.subject(),
                sample.subjectId(),
                sample.jurisdiction(),
                sample.incidentType(),
                sample.startedAt(),
                sample.endedAt(),
                rounded(sample.seconds()),
                rounded(sample.targetSeconds()),
                sample.withinTarget());
    }

    private static BigDecimal rounded(double seconds) {
        return BigDecimal.valueOf(seconds).setScale(3, RoundingMode.HALF_UP);
    }
}
