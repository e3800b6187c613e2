package ma.balagh.accuracy.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The most memory that an examination takes ({@code VmHWM}, proc_pid_status(5)): the laboratory's, and FFmpeg's. */
final class PeakMemoryBenchmark {

    private static final String HIGHEST = "VmHWM:";
    private static final int MILLIS_BETWEEN_LOOKS = 20;

    private final Path checkout;

    PeakMemoryBenchmark(Path checkout) {
        this.checkout = checkout;
    }

    MarkdownTable measure(List<Path> files) throws IOException, InterruptedException {
        var table = new MarkdownTable("file", "FFmpeg", "laboratory");
        for (Path file : files) {
            Map<String, Long> highest = examine(file);
            table.row(
                    file.getFileName(),
                    megabytes(highest.getOrDefault("ffmpeg", 0L)),
                    megabytes(highest.getOrDefault("java", 0L)));
        }
        return table;
    }

    /** Kilobytes by the name of the program. */
    private Map<String, Long> examine(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        checkout.resolve("balagh").toString(), "examine", "--json", "--", file.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var highest = new HashMap<String, Long>();
        while (process.isAlive()) {
            Stream.concat(Stream.of(process.toHandle()), process.descendants())
                    .forEach(each -> look(each.pid(), highest));
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
        }
        if (process.exitValue() != 0) {
            throw new IOException("balagh examine ended with " + process.exitValue() + " for " + file);
        }
        return highest;
    }

    private static void look(long pid, Map<String, Long> highest) {
        Path folder = Path.of("/proc", String.valueOf(pid));
        try {
            String name = Files.readString(folder.resolve("comm")).strip();
            for (String line : Files.readAllLines(folder.resolve("status"))) {
                if (line.startsWith(HIGHEST)) {
                    long kilobytes = Long.parseLong(line.replaceAll("\\D", ""));
                    highest.merge(name, kilobytes, Math::max);
                }
            }
        } catch (IOException ended) {
            // It was there a moment ago.
        }
    }

    private static String megabytes(long kilobytes) {
        return String.format(Locale.ROOT, "%.0f MB", kilobytes / 1000.0);
    }
}
