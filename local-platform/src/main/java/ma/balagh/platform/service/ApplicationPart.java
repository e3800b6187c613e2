package ma.balagh.platform.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ma.balagh.platform.build.JavaProgram;
import ma.balagh.platform.network.HttpProbe;
import ma.balagh.platform.objectstore.ObjectStorePart;
import ma.balagh.platform.part.ApplicationFlavour;
import ma.balagh.platform.part.EvidenceStorage;
import ma.balagh.platform.part.LaunchCommand;
import ma.balagh.platform.part.MapFile;
import ma.balagh.platform.part.ProgressListener;
import ma.balagh.platform.part.RoadExtractStore;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.part.SuiteException;
import ma.balagh.platform.part.SuitePart;
import ma.balagh.platform.postgres.DatabaseProvisioner;

/** One of our applications, packaged by Maven. */
public final class ApplicationPart implements SuitePart {

    /** What reads the metrics of applications sends it. */
    public static final String METRICS_TOKEN = "metrics-local";

    private final SuiteDirectories workplace;
    private final SuiteApplication application;

    private ApplicationPart(SuiteDirectories workplace, SuiteApplication application) {
        this.workplace = workplace;
        this.application = application;
    }

    /** All of them, in the order in which a published video meets them. */
    public static List<SuitePart> all(SuiteDirectories workplace) {
        return Stream.of(SuiteApplication.values())
                .<SuitePart>map(application -> of(workplace, application))
                .toList();
    }

    static ApplicationPart of(SuiteDirectories workplace, SuiteApplication application) {
        return new ApplicationPart(workplace, application);
    }

    @Override
    public String name() {
        return application.partName();
    }

    @Override
    public List<Integer> ports() {
        return List.of(application.port(workplace));
    }

    @Override
    public String address() {
        return url(application);
    }

    @Override
    public Set<String> needs() {
        if (!keepsInObjectStore()) {
            return application.needs();
        }
        var needs = new HashSet<>(application.needs());
        needs.add(ObjectStorePart.NAME);
        return needs;
    }

    @Override
    public boolean isBuiltHere() {
        return true;
    }

    @Override
    public void prepare(ProgressListener progress) throws IOException, InterruptedException {
        if (application == SuiteApplication.ANALYSIS) {
            FfmpegFinder.provide(progress);
        }
        Files.createDirectories(workplace.data().resolve(application.partName()));
    }

    @Override
    public LaunchCommand launch() throws IOException {
        return launch(isNative() ? nativeCommand() : program().trainingCommand(workplace), servingEnvironment());
    }

    /** The same for a run that does one thing and ends, which others are not like. */
    LaunchCommand errand() throws IOException {
        return launch(isNative() ? nativeCommand() : program().command(workplace), environment());
    }

    private LaunchCommand launch(List<String> command, Map<String, String> environment) {
        return new LaunchCommand(command, environment, workplace.data());
    }

    @Override
    public boolean isReady() {
        return HttpProbe.status(address() + "/q/health/ready") == 200;
    }

    @Override
    public boolean isTraining() throws IOException {
        return !isNative() && program().cache(workplace).isInTraining();
    }

    @Override
    public void stopped() throws IOException {
        if (!isNative()) {
            program().cache(workplace).settle();
        }
    }

    private boolean isNative() {
        return ApplicationFlavour.of(workplace) == ApplicationFlavour.NATIVE;
    }

    private List<String> nativeCommand() throws IOException {
        var executable = application
                .executable(workplace)
                .orElseThrow(
                        () -> new SuiteException("There is no native executable of " + application.module() + "."));
        var command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(application.nativeOptions());
        return command;
    }

    private JavaProgram program() throws IOException {
        var archive = application.archive(workplace);
        var options = roads().isEmpty() ? application.options() : SuiteApplication.optionsWithRoads();
        return new JavaProgram(name(), options, jars(), List.of("-jar", archive.toString()));
    }

    /** The archives that a build writes anew; the libraries are listed in the first one's manifest. */
    private List<Path> jars() throws IOException {
        var folder = application.folder(workplace);
        try (var own = Files.list(folder.resolve("app"));
                var generated = Files.list(folder.resolve("quarkus"))) {
            return Stream.of(Stream.of(application.archive(workplace)), own, generated)
                    .flatMap(jars -> jars)
                    .filter(jar -> jar.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /** The same with what it needs to serve: it migrates its database, and reads roads and a map. */
    Map<String, String> servingEnvironment() {
        var environment = environment();
        if (application != SuiteApplication.PORTAL) {
            // A process before it, which migrates and ends, would add seconds to each start.
            environment.put("QUARKUS_FLYWAY_USERNAME", DatabaseProvisioner.owner(name()));
            environment.put("QUARKUS_FLYWAY_PASSWORD", DatabaseProvisioner.password(DatabaseProvisioner.owner(name())));
        }
        environment.putAll(roads());
        if (application == SuiteApplication.PORTAL) {
            MapFile.of(workplace)
                    .ifPresent(
                            map -> environment.put("BALAGH_MAP_FILE", map.path().toString()));
        }
        return environment;
    }

    /** What tells the application where everything else of this suite is. */
    Map<String, String> environment() {
        var ports = workplace.ports();
        var data = workplace.data().resolve(application.partName());
        var environment = new LinkedHashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(application.port(workplace)));
        environment.put("BALAGH_OIDC_URL", ports.issuer());
        environment.put("BALAGH_METRICS_TOKEN", METRICS_TOKEN);
        environment.put("BALAGH_INTAKE_URL", url(SuiteApplication.INTAKE));
        environment.put("BALAGH_ANALYSIS_URL", url(SuiteApplication.ANALYSIS));
        environment.put("BALAGH_DISPATCH_URL", url(SuiteApplication.DISPATCH));
        if (application != SuiteApplication.PORTAL) {
            environment.put("QUARKUS_DATASOURCE_JDBC_URL", ports.jdbcUrl(name()));
            environment.put("QUARKUS_DATASOURCE_USERNAME", name());
            environment.put("QUARKUS_DATASOURCE_PASSWORD", DatabaseProvisioner.password(name()));
            environment.put("KAFKA_BOOTSTRAP_SERVERS", ports.bootstrapServers());
        }
        environment.putAll(
                switch (application) {
                    case INTAKE ->
                        Map.of(
                                "BALAGH_EVIDENCE_DIRECTORY",
                                data.resolve("evidence").toString());
                    case ANALYSIS ->
                        Map.of(
                                "BALAGH_OIDC_CLIENT_SECRET",
                                "analysis-service-local",
                                "BALAGH_FOOTAGE_SNAPSHOT_DIRECTORY",
                                data.resolve("footage").toString());
                    case DISPATCH -> Map.of("BALAGH_PUBLIC_ADDRESS", url(SuiteApplication.PORTAL));
                    case PORTAL ->
                        Map.of("BALAGH_OIDC_CLIENT_SECRET", "portal-local", "BALAGH_PORTAL_ADDRESS", address());
                });
        if (keepsInObjectStore()) {
            environment.putAll(ObjectStorePart.environment(workplace));
        }
        return environment;
    }

    /** Where dispatch finds its roads; nothing where it has none, and for the others. */
    private Map<String, String> roads() {
        return Optional.of(workplace)
                .filter(suite -> application == SuiteApplication.DISPATCH)
                .flatMap(RoadExtractStore::of)
                .map(extract -> Map.of(
                        "BALAGH_ROAD_EXTRACT",
                        extract.toString(),
                        "BALAGH_ROAD_CACHE_DIRECTORY",
                        workplace.data().resolve(name()).resolve("roads").toString()))
                .orElse(Map.of());
    }

    private boolean keepsInObjectStore() {
        return application == SuiteApplication.INTAKE && EvidenceStorage.of(workplace) == EvidenceStorage.S3;
    }

    private String url(SuiteApplication other) {
        return "http://localhost:" + other.port(workplace);
    }
}
