package ma.balagh.platform.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ma.balagh.platform.network.HttpProbe;
import ma.balagh.platform.part.LaunchCommand;
import ma.balagh.platform.part.ProgressListener;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.part.SuiteException;
import ma.balagh.platform.part.SuitePart;
import ma.balagh.platform.part.SuitePorts;
import ma.balagh.platform.process.SystemProgramFinder;
import ma.balagh.platform.service.ApplicationPart;

/** Prometheus as the distribution packages it, scraping the applications of this suite. */
public final class PrometheusPart implements SuitePart {

    public static final String NAME = "prometheus";

    private static final String MISSING =
            "Prometheus is missing: install it (Debian, Ubuntu: sudo apt install prometheus) and try again.";

    private final SuiteDirectories workplace;
    private final Path directory;

    public PrometheusPart(SuiteDirectories workplace) {
        this.workplace = workplace;
        this.directory = workplace.data().resolve(NAME);
    }

    /** Whether that suite was started with it and has not been stopped since. */
    public static boolean belongsTo(SuiteDirectories workplace) {
        return Files.exists(workplace.pidFile(NAME));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Integer> ports() {
        return List.of(workplace.ports().prometheus());
    }

    @Override
    public String address() {
        return "http://localhost:" + workplace.ports().prometheus();
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public void prepare(ProgressListener progress) throws IOException {
        if (!SystemProgramFinder.isOnPath(NAME)) {
            throw new SuiteException(MISSING);
        }
        configure();
    }

    /** Writes its configuration and the rules. */
    void configure() throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("rules.yaml"), AlertRulesReader.read(workplace.repository()));
        Files.writeString(configuration(), """
                global:
                  scrape_interval: 5s
                  evaluation_interval: 15s
                rule_files: [rules.yaml]
                scrape_configs:
                """ + targets());
    }

    Path configuration() {
        return directory.resolve("prometheus.yaml");
    }

    @Override
    public LaunchCommand launch() {
        return new LaunchCommand(
                List.of(
                        NAME,
                        "--config.file=" + configuration(),
                        "--storage.tsdb.path=" + directory.resolve("data"),
                        "--storage.tsdb.retention.time=2d",
                        "--web.listen-address=127.0.0.1:" + workplace.ports().prometheus()),
                Map.of(),
                directory);
    }

    @Override
    public boolean isReady() {
        return HttpProbe.status(address() + "/-/ready") == 200;
    }

    /** Each application under the name that rules and dashboards know it by. */
    private String targets() {
        return applications(workplace.ports()).entrySet().stream()
                .map(application ->
                        """
                          - job_name: %s
                            metrics_path: /q/metrics
                            authorization: {credentials: %s}
                            static_configs: [{targets: ['127.0.0.1:%d']}]
                        """.formatted(application.getKey(), ApplicationPart.METRICS_TOKEN, application.getValue()))
                .collect(Collectors.joining());
    }

    private static Map<String, Integer> applications(SuitePorts ports) {
        var applications = new LinkedHashMap<String, Integer>();
        applications.put("intake", ports.intake());
        applications.put("analysis", ports.analysis());
        applications.put("dispatch", ports.dispatch());
        applications.put("portal", ports.portal());
        return applications;
    }
}
