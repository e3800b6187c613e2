package ma.balagh.platform.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The alert rules as Prometheus and promtool read them: what stands below {@code spec:} in the cluster's object. */
final class AlertRulesReader {

    /** Where everything for operators' eyes stands in a checkout. */
    static final Path OBSERVABILITY = Path.of("k8s/components/observability");

    private static final String SPEC = "spec:";
    private static final int INDENT = 2;

    private AlertRulesReader() {}

    static String read(Path repository) throws IOException {
        var object = repository.resolve(OBSERVABILITY).resolve("20.PrometheusRule.balagh.yaml");
        return Files.readString(object)
                .lines()
                .dropWhile(line -> !line.equals(SPEC))
                .skip(1)
                .map(line -> line.substring(Math.min(INDENT, line.length())))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
