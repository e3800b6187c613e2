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
    private static final Pattern KEY =
            Pattern.compile("(?m)^#? ?(?:%\\w+\\.)?((?:balagh|quarkus|mp)\\.[\\w.\"-]+)\\s*=");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)");
    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern PARENT = Pattern.compile("interface \\w+ extends (\\w+)");
    private static final Pattern MEMBER = Pattern.compile("(?m)^    ([\\w<>, ]+) (\\w+)\\(\\);");
    private static final Pattern ROLE = Pattern.compile("String [A-Z_]+ = \"([^\"]+)\"");
    private static final Pattern METRIC = Pattern.compile("`(balagh_\\w+)`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern PROPERTY = Pattern.compile("@ConfigProperty\\(name = \"([^\"]+)\"");

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
            var modules = modules(application);
            // At once: an interface may extend one of another module.
            settings.read(
                    application,
                    modules.stream()
                            .flatMap(module -> files(application, checkout.resolve(module + "/src/main")).stream())
                            .toList());
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
            case ANALYSIS -> List.of(application.module(), "operation", "http", "messaging", "task-queue");
            case INTAKE, DISPATCH ->
                List.of(
                        application.module(),
                        "operation",
                        "http",
                        "messaging",
                        "task-queue",
                        "fetch",
                        "seal",
                        "callback");
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

    private static List<Path> files(DeployedApplication application, Path sources) {
        try (var walk = Files.walk(sources)) {
            return walk.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw unreadable(application, sources, e);
        }
    }

    private void read(DeployedApplication application, List<Path> files) {
        for (var file : files) {
            try {
                var name = file.getFileName().toString();
                if (name.equals("application.properties") || name.equals("microprofile-config.properties")) {
                    readProperties(application, Files.readString(file));
                } else if (name.endsWith(".java")) {
                    readInterface(application, files, Files.readString(file));
                }
            } catch (IOException e) {
                throw unreadable(application, file, e);
            }
        }
    }

    private static UncheckedIOException unreadable(DeployedApplication application, Path path, IOException cause) {
        return new UncheckedIOException(
                "cannot read the settings of %s at %s; name the repository by --checkout"
                        .formatted(application.module(), path),
                cause);
    }

    private void readProperties(DeployedApplication application, String text) {
        KEY.matcher(text).results().forEach(key -> add(application, key.group(1)));
        VARIABLE.matcher(text).results().forEach(variable -> names(application).add(variable.group(1)));
    }

    private void readInterface(DeployedApplication application, List<Path> files, String text) throws IOException {
        PROPERTY.matcher(text).results().forEach(key -> add(application, key.group(1)));
        var prefix = PREFIX.matcher(text);
        if (!prefix.find()) {
            return;
        }
        VARIABLE.matcher(text).results().forEach(variable -> names(application).add(variable.group(1)));
        readMembers(application, prefix.group(1), text);
        var parent = PARENT.matcher(text);
        if (parent.find()) {
            var declared = parent.group(1) + ".java";
            for (var candidate : files) {
                if (candidate.endsWith(declared)) {
                    readMembers(application, prefix.group(1), Files.readString(candidate));
                }
            }
        }
    }

    private void readMembers(DeployedApplication application, String prefix, String text) {
        MEMBER.matcher(text).results().forEach(member -> {
            var key =
                    prefix + "." + member.group(2).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            if (member.group(1).startsWith("Map<")) {
                prefixes.computeIfAbsent(application, of -> new HashSet<>()).add(variable(key) + "_");
            } else {
                add(application, key);
            }
        });
    }

    private void add(DeployedApplication application, String key) {
        names(application).add(variable(key));
    }

    private Set<String> names(DeployedApplication application) {
        return names.computeIfAbsent(application, of -> new HashSet<>());
    }

    /** As MicroProfile Config writes a key in the environment. */
    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
