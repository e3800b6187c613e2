package ma.balagh.platform.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.platform.suite.PartState;
import org.jspecify.annotations.Nullable;

/** The suite as a table: what runs, where, since how long it took. */
final class SuiteTablePrinter {

    private static final String ROW = "  %-10s  %-40s  %8s  %11s  %8s";

    private final List<PartState> parts;

    SuiteTablePrinter(List<PartState> parts) {
        this.parts = parts;
    }

    String render() {
        var header = ROW.formatted("part", "where", "process", "ready after", "CPU");
        return Stream.concat(Stream.of(header), parts.stream().map(SuiteTablePrinter::row))
                .map(String::stripTrailing)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String row(PartState part) {
        return ROW.formatted(
                part.name(),
                part.address(),
                part.runs() ? part.pid() : "stopped",
                seconds(part.readyAfter()),
                part.runs() ? seconds(part.cpuTime()) : "");
    }

    static String seconds(@Nullable Duration duration) {
        return duration == null ? "" : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
