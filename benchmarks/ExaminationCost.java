import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CPU seconds of one examination beside those of plain decoding, for each file, measured in the same run.
 *
 * <p>{@code java benchmarks/ExaminationCost.java FILE...}. The laboratory is one process that examines all files sixteen
 * times over; of the last three times the best counts, when its code is compiled, as it is in a service. The baseline is
 * {@code ffmpeg -i FILE -f null -}, the best of three.
 */
final class ExaminationCost {

    private static final int ROUNDS = 16;
    private static final int COUNTED = 3;
    private static final Pattern TIMES = Pattern.compile("([\\d.]+) ([\\d.]+)");

    private ExaminationCost() {}

    public static void main(String[] files) throws IOException, InterruptedException {
        if (files.length == 0) {
            System.err.println("usage: java benchmarks/ExaminationCost.java FILE...");
            System.exit(2);
        }
        var command = new ArrayList<>(List.of("./balagh", "examine", "--json", "--"));
        for (int round = 0; round < ROUNDS; round++) {
            command.addAll(Arrays.asList(files));
        }
        List<String> lines = lines(command);
        System.out.printf("%-32s %9s %9s %9s %7s%n", "file", "decode s", "first s", "then s", "ratio");
        double decodes = 0;
        double examinations = 0;
        double worst = 0;
        for (int k = 0; k < files.length; k++) {
            double decode = decode(files[k]);
            double first = seconds(lines.get(k));
            double then = Double.MAX_VALUE;
            for (int round = ROUNDS - COUNTED; round < ROUNDS; round++) {
                then = Math.min(then, seconds(lines.get(round * files.length + k)));
            }
            decodes += decode;
            examinations += then;
            worst = Math.max(worst, then / decode);
            print(Path.of(files[k]).getFileName().toString(), decode, first, then);
        }
        print("all", decodes, Double.NaN, examinations);
        System.out.printf(Locale.ROOT, "%-32s %37.2f%n", "worst", worst);
    }

    private static void print(String name, double decode, double first, double then) {
        System.out.printf(Locale.ROOT, "%-32s %9.2f %9.2f %9.2f %7.2f%n", name, decode, first, then, then / decode);
    }

    private static double seconds(String line) {
        Matcher matcher = Pattern.compile("\"cpuSeconds\":([\\d.]+)").matcher(line);
        if (!matcher.find()) {
            throw new IllegalStateException("no answer: " + line);
        }
        return Double.parseDouble(matcher.group(1));
    }

    private static double decode(String file) throws IOException, InterruptedException {
        double best = Double.MAX_VALUE;
        Path times = Files.createTempFile("times", "");
        for (int k = 0; k < COUNTED; k++) {
            var process = new ProcessBuilder(
                            "bash", "-c", "TIMEFORMAT='%U %S'; { time ffmpeg -nostdin -v quiet -i \"$1\" -f null - ; } 2>\"$2\"",
                            "bash", file, times.toString())
                    .start();
            process.waitFor();
            Matcher matcher = TIMES.matcher(Files.readString(times));
            if (matcher.find()) {
                best = Math.min(best, Double.parseDouble(matcher.group(1)) + Double.parseDouble(matcher.group(2)));
            }
        }
        Files.delete(times);
        return best;
    }

    private static List<String> lines(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = process.inputReader().lines().toList();
        process.waitFor();
        return lines;
    }
}
