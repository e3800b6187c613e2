package ma.balagh.accuracy.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ma.balagh.accuracy.media.SubprocessRunner;

/**
 * CPU seconds of one examination beside those of plain decoding, for each file, measured in the same run. The laboratory
 * is one process that examines all files many times over; of the last rounds the best counts, when its code is compiled,
 * as it is in a service. The baseline is {@code ffmpeg -i FILE -f null -}, the best of as many.
 */
final class ExaminationCostBenchmark {

    private static final int ROUNDS = 16;
    private static final int COUNTED = 3;
    private static final String TIMED =
            "TIMEFORMAT='%U %S'; { time ffmpeg -nostdin -v quiet -i \"$1\" -f null - ; } 2>&1";

    private final LaboratoryClient laboratory;

    ExaminationCostBenchmark(LaboratoryClient laboratory) {
        this.laboratory = laboratory;
    }

    MarkdownTable measure(List<Path> files) throws IOException, InterruptedException {
        var rounds = new ArrayList<Path>();
        for (int round = 0; round < ROUNDS; round++) {
            rounds.addAll(files);
        }
        List<Double> seconds = laboratory.examinations(rounds).stream()
                .map(ExaminationCostBenchmark::seconds)
                .toList();
        var table = new MarkdownTable("file", "decoding", "first examination", "later examination", "ratio");
        double decodings = 0;
        double examinations = 0;
        double worst = 0;
        for (int k = 0; k < files.size(); k++) {
            double decoding = decode(files.get(k));
            double later = Double.MAX_VALUE;
            for (int round = ROUNDS - COUNTED; round < ROUNDS; round++) {
                later = Math.min(later, seconds.get(round * files.size() + k));
            }
            decodings += decoding;
            examinations += later;
            worst = Math.max(worst, later / decoding);
            table.row(
                    files.get(k).getFileName(),
                    cpu(decoding),
                    cpu(seconds.get(k)),
                    cpu(later),
                    ratio(later / decoding));
        }
        return table.row("all together", cpu(decodings), "", cpu(examinations), ratio(examinations / decodings))
                .row("worst", "", "", "", ratio(worst));
    }

    private static String cpu(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    private static double seconds(JsonNode examination) {
        return examination.path("cpuSeconds").asDouble(Double.NaN);
    }

    private static double decode(Path file) throws IOException, InterruptedException {
        double best = Double.MAX_VALUE;
        for (int k = 0; k < COUNTED; k++) {
            String times = SubprocessRunner.lines(List.of("bash", "-c", TIMED, "bash", file.toString()))
                    .getLast();
            int space = times.indexOf(' ');
            best = Math.min(
                    best, Double.parseDouble(times.substring(0, space)) + Double.parseDouble(times.substring(space)));
        }
        return best;
    }
}
