package ma.balagh.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The names by which each application can be configured, read from its sources: keys of its properties, also those that
 * stand there as comments, members of its configuration interfaces, and variables that either refer to. Beside them what
 * else manifests name of the checkout: runbooks, metrics, roles.
 */
final class ApplicationSettingsReader {

    /** What Quarkus, the JVM and the client of Kafka offer, and we use without naming it in a properties file. */
    private static final Set<String> OF_THE_PLATFORM = Set.copyOf(ResourceReader.lines("platform-settings.txt"));

    private static final String RUNBOOKS = "docs/operations.md";
    private static final String METRICS = "docs/metrics.md";
    private static final String ROLES = "http/src/main/java/ma/balagh/http/Roles.java";
    private static final Set<String> OURS =
            Set.of("BALAGH_", "QUARKUS_", "KAFKA_BOOT", "KAFKA_SAS", "KAFKA_SECUR", "KAFKA_SSL");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)");
    private static final Pattern ROLE = Pattern.compile("String [A-Z_]+ = \"([^\"]+)\"");
    private static final Pattern METRIC = Pattern.compile("`(balagh_\\w+)`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    private final Map<DeployedApplication, Set<String>> names = new EnumMap<>(DeployedApplication.class);
    private final Map<DeployedApplication, Set<String>> prefixes = new EnumMap<>(DeployedApplication.class);

    private final Set<String> runbooks = new HashSet<>();
    private final Set<String> metrics = new HashSet<>();
    private final Set<String> roles = new HashSet<>();

    private ApplicationSettingsReader() {}

    /** @param checkout the folder of the repository */
    static ApplicationSettingsReader of(Path checkout) {
        var settings = new ApplicationSettingsReader();
        for (var application : DeployedApplication.values()) {
            settings.names.put(application, new HashSet<>(OF_THE_PLATFORM));
            settings.prefixes.put(application, new HashSet<>());
            settings.read(application, checkout);
        }
        collect(checkout.resolve(RUNBOOKS), HEADING, heading -> settings.runbooks.add(anchor(heading)));
        collect(checkout.resolve(METRICS), METRIC, settings.metrics::add);
        collect(checkout.resolve(ROLES), ROLE, settings.roles::add);
        return settings;
    }

    /** Its own, and those that it is made of. */
    private static List<String> modules(DeployedApplication application) {
        return switch (application) {
            case PORTAL -> List.of(application.module(), "operation");
            case ANALYSIS -> List.of(application.module(), "operation", "http", "messaging", "task-queue", "audit");
            case INTAKE, DISPATCH ->
                List.of(
                        application.module(),
                        "operation",
                        "http",
                        "messaging",
                        "task-queue",
                        "fetch",
                        "seal",
                        "callback",
                        "audit");
        };
    }

    /** Whether the handbook has what a link leads to; true also of addresses elsewhere, and without a handbook at hand. */
    boolean hasRunbook(String link) {
        return link.matches("https?://\\S+")
                || link.startsWith(RUNBOOKS + "#")
                        && (runbooks.isEmpty() || runbooks.contains(link.substring(RUNBOOKS.length() + 1)));
    }

    /** Whether the documentation has a metric of ours; true also without it at hand. */
    boolean measures(String metric) {
        return metrics.isEmpty() || metrics.contains(metric);
    }

    /** The roles that endpoints ask for. */
    Set<String> roles() {
        return roles;
    }

    private static void collect(Path document, Pattern pattern, Consumer<String> found) {
        if (!Files.exists(document)) {
            return;
        }
        try {
            pattern.matcher(Files.readString(document)).results().forEach(match -> found.accept(match.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + document, e);
        }
    }

    private static String anchor(String heading) {
        return heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    boolean knows(DeployedApplication application, String variable) {
        return OURS.stream().noneMatch(variable::startsWith)
                || names.getOrDefault(application, Set.of()).contains(variable)
                || prefixes.getOrDefault(application, Set.of()).stream().anyMatch(variable::startsWith);
    }

    private void read(DeployedApplication application, Path checkout) {
        for (var file : files(application, checkout)) {
            try {
                if (file.toString().matches(".*\\.(java|properties)")) {
                    VARIABLE.matcher(Files.readString(file))
                            .results()
                            .forEach(variable -> names(application).add(variable.group(1)));
                }
            } catch (IOException e) {
                throw unreadable(application, file, e);
            }
        }
        declaredBy(application, checkout).keySet().forEach(key -> add(application, key));
    }

    /** The settings of an application, by their keys. */
    static SortedMap<String, DeclaredSetting> declaredBy(DeployedApplication application, Path checkout) {
        try {
            return DeclaredSettingsReader.of(files(application, checkout));
        } catch (IOException e) {
            throw unreadable(application, checkout, e);
        }
    }

    private static List<Path> files(DeployedApplication application, Path checkout) {
        return modules(application).stream()
                .flatMap(module -> sources(application, checkout.resolve(module + "/src/main")).stream())
                .toList();
    }

    private static List<Path> sources(DeployedApplication application, Path folder) {
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw unreadable(application, folder, e);
        }
    }

    private static UncheckedIOException unreadable(DeployedApplication application, Path path, IOException cause) {
        return new UncheckedIOException(
                "cannot read the settings of %s at %s; name the repository by --checkout"
                        .formatted(application.module(), path),
                cause);
    }

    private void add(DeployedApplication application, String key) {
        int star = key.indexOf('*');
        if (star < 0) {
            names(application).add(variable(key));
        } else {
            prefixes.computeIfAbsent(application, of -> new HashSet<>()).add(variable(key.substring(0, star)));
        }
    }

    private Set<String> names(DeployedApplication application) {
        return names.computeIfAbsent(application, of -> new HashSet<>());
    }

    /** As MicroProfile Config writes a key in the environment. */
    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
