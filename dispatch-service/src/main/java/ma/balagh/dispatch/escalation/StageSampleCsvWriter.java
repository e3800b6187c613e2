package ma.balagh.dispatch.escalation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import ma.balagh.dispatch.CsvLineFormatter;

/** Samples as comma-separated values, with a line of names first. */
final class StageSampleCsvWriter {

    private static final String HEADER = CsvLineFormatter.line(
            "incidentId",
            "jurisdiction",
            "severity",
            "stage",
            "callSign",
            "startedAt",
            "targetAt",
            "targetSeconds",
            "endedAt",
            "seconds",
            "withinTarget");

    private StageSampleCsvWriter() {}

    static String write(List<StageSample> samples) {
        return samples.stream().map(StageSampleCsvWriter::line).collect(Collectors.joining("", HEADER, ""));
    }

    private static String line(StageSample sample) {
        return CsvLineFormatter.line(
                sample.incidentId(),
                sample.jurisdiction(),
                sample.severity(),
                sample.stage(),
                sample.callSign(),
                sample.startedAt(),
                sample.targetAt(),
                Duration.between(sample.startedAt(), sample.targetAt()).toSeconds(),
                sample.endedAt(),
                BigDecimal.valueOf(sample.seconds()).setScale(3, RoundingMode.HALF_UP),
                sample.withinTarget());
    }
}
