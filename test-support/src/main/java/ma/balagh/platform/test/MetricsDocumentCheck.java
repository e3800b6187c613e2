package ma.balagh.platform.test;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code docs/metrics.md}, held against what an application really publishes at {@code /q/metrics}. */
public final class MetricsDocumentCheck {

    /**
     * One row.
     *
     * @param name as a query names it, without the endings of histograms and summaries
     * @param labels every label of its own; of a metric that is not ours, those that are always there
     * @param isThereFromTheStart false for what appears with its first use
     * @param alerts the alerts that look at it
     */
    public record Metric(
            String name, String type, Set<String> labels, boolean isThereFromTheStart, Set<String> alerts) {

        /** What queries may name of it. */
        public Stream<String> series() {
            return switch (type) {
                case "histogram" -> Stream.of("_bucket", "_count", "_sum").map(name::concat);
                case "summary" -> Stream.of("_count", "_sum").map(name::concat);
                default -> Stream.of(name);
            };
        }
    }

    private static final String EVERYWHERE = "Every application";
    private static final String SERVICES = "Every service";
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) (\\S+)$");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+(?: # .*)?$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

    private final Map<String, List<Metric>> sections = new LinkedHashMap<>();

    private MetricsDocumentCheck(List<String> lines) {
        var section = new ArrayList<Metric>();
        for (var line : lines) {
            if (line.startsWith("## ")) {
                section = new ArrayList<>();
                sections.put(line.substring(3), section);
            } else if (line.startsWith("| `")) {
                section.add(metric(line.split("\\|", -1)));
            }
        }
    }

    /** @param module the working directory of a test: a module of the checkout */
    public static MetricsDocumentCheck beside(Path module) throws IOException {
        return new MetricsDocumentCheck(Files.readAllLines(module.resolve("../docs/metrics.md")));
    }

    public List<Metric> all() {
        return sections.values().stream().flatMap(List::stream).toList();
    }

    /**
     * Every way in which the document is wrong about an application; none when it is right.
     *
     * @param application its heading in the document
     * @param published what it answers at {@code /q/metrics}
     */
    public List<String> errors(String application, String published) {
        var documented = Stream.of(EVERYWHERE, application.equals("portal") ? "" : SERVICES, application)
                .flatMap(heading -> sections.getOrDefault(heading, List.of()).stream())
                .toList();
        var types = types(published);
        var labels = labels(published);
        var errors = new ArrayList<String>();
        documented.forEach(metric -> compare(metric, types, labels, errors));
        var names = documented.stream().map(Metric::name).collect(toCollection(TreeSet::new));
        types.keySet().stream()
                .filter(name -> name.startsWith("balagh_") && !names.contains(name) && !isMaximum(name, names))
                .forEach(name -> errors.add(name + " is published and not documented"));
        return errors;
    }

    private static void compare(
            Metric metric, Map<String, String> types, Map<String, Set<String>> labels, List<String> errors) {
        var type = types.get(metric.name());
        if (type == null) {
            if (metric.isThereFromTheStart()) {
                errors.add(metric.name() + " is documented and not published");
            }
            return;
        }
        if (!type.equals(metric.type())) {
            errors.add("%s is documented as %s and published as %s".formatted(metric.name(), metric.type(), type));
        }
        var published = labels.getOrDefault(metric.series().findFirst().orElseThrow(), metric.labels());
        var isOurs = metric.name().startsWith("balagh_");
        if (isOurs ? !published.equals(metric.labels()) : !published.containsAll(metric.labels())) {
            errors.add("%s has the labels %s and is documented with %s"
                    .formatted(metric.name(), published, metric.labels()));
        }
    }

    private static boolean isMaximum(String name, Set<String> names) {
        return name.endsWith("_max") && names.contains(name.substring(0, name.length() - 4));
    }

    private static Map<String, String> types(String published) {
        var types = new LinkedHashMap<String, String>();
        TYPE.matcher(published).results().forEach(found -> {
            var isBareCounter =
                    found.group(2).equals("counter") && !found.group(1).endsWith("_total");
            types.put(isBareCounter ? found.group(1) + "_total" : found.group(1), found.group(2));
        });
        return types;
    }

    private static Map<String, Set<String>> labels(String published) {
        var labels = new LinkedHashMap<String, Set<String>>();
        SAMPLE.matcher(published).results().forEach(found -> {
            var own = labels.computeIfAbsent(found.group(1), name -> new TreeSet<>());
            LABEL.matcher(found.group(2) == null ? "" : found.group(2))
                    .results()
                    .map(label -> label.group(1))
                    .filter(label -> !label.equals("le"))
                    .forEach(own::add);
        });
        return labels;
    }

    /** Cells: name, type, unit, labels, from, meaning, alerts. */
    private static Metric metric(String[] cells) {
        return new Metric(
                codes(cells[1]).iterator().next(),
                cells[2].strip(),
                codes(cells[4]),
                cells[5].strip().equals("start"),
                codes(cells[7]));
    }

    private static Set<String> codes(String cell) {
        return CODE.matcher(cell).results().map(found -> found.group(1)).collect(toCollection(TreeSet::new));
    }
}
