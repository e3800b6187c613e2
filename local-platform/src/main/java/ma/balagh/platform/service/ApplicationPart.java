package ma.balagh.platform.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import ma.balagh.platform.build.JavaProgram;
import ma.balagh.platform.network.Http;
import ma.balagh.platform.objectstore.ObjectStorePart;
import ma.balagh.platform.part.EvidencePlace;
import ma.balagh.platform.part.Flavour;
import ma.balagh.platform.part.Launch;
import ma.balagh.platform.part.Part;
import ma.balagh.platform.part.Progress;
import ma.balagh.platform.part.SuiteFailure;
import ma.balagh.platform.part.Workplace;
import ma.balagh.platform.postgres.Databases;

/** One of our applications, packaged by Maven. */
public final class ApplicationPart implements Part {

    /** What reads the metrics of applications sends it. */
    public static final String METRICS_TOKEN = "metrics-local";

    private final Workplace workplace;
    private final Application application;

    private ApplicationPart(Workplace workplace, Application application) {
        this.workplace = workplace;
        this.application = application;
    }

    /** All of them, in the order in which a published video meets them. */
    public static List<Part> all(Workplace workplace) {
        return Stream.of(Application.values())
                .<Part>map(application -> of(workplace, application))
                .toList();
    }

    static ApplicationPart of(Workplace workplace, Application application) {
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
    public void prepare(Progress progress) throws IOException, InterruptedException {
        if (application == Application.ANALYSIS) {
            Ffmpeg.provide(progress);
        }
        Files.createDirectories(workplace.data().resolve(application.partName()));
    }

    @Override
    public Launch launch() throws IOException {
        var environment = environment();
        if (application != Application.PORTAL) {
            // A process before it, which migrates and ends, would add seconds to each start.
            environment.put("QUARKUS_FLYWAY_USERNAME", Databases.owner(name()));
            environment.put("QUARKUS_FLYWAY_PASSWORD", Databases.password(Databases.owner(name())));
        }
        return launch(isNative() ? nativeCommand() : program().trainingCommand(workplace), environment);
    }

    /** The same for a run that does one thing and ends, which others are not like. */
    Launch errand() throws IOException {
        return launch(isNative() ? nativeCommand() : program().command(workplace), environment());
    }

    private Launch launch(List<String> command, Map<String, String> environment) {
        return new Launch(command, environment, workplace.data());
    }

    @Override
    public boolean isReady() {
        return Http.status(address() + "/q/health/ready") == 200;
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
        return Flavour.of(workplace) == Flavour.NATIVE;
    }

    private List<String> nativeCommand() throws IOException {
        var executable = application
                .executable(workplace)
                .orElseThrow(() -> new SuiteFailure("There is no native executable of " + application.module() + "."));
        var command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(application.nativeOptions());
        return command;
    }

    private JavaProgram program() throws IOException {
        var archive = application.archive(workplace);
        return new JavaProgram(name(), application.options(), jars(), List.of("-jar", archive.toString()));
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

    /** What tells the application where everything else of this suite is. */
    Map<String, String> environment() {
        var ports = workplace.ports();
        var data = workplace.data().resolve(application.partName());
        var environment = new LinkedHashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(application.port(workplace)));
        environment.put("BALAGH_OIDC_URL", ports.issuer());
        environment.put("BALAGH_METRICS_TOKEN", METRICS_TOKEN);
        environment.put("BALAGH_INTAKE_URL", url(Application.INTAKE));
        environment.put("BALAGH_ANALYSIS_URL", url(Application.ANALYSIS));
        environment.put("BALAGH_DISPATCH_URL", url(Application.DISPATCH));
        if (application != Application.PORTAL) {
            environment.put("QUARKUS_DATASOURCE_JDBC_URL", ports.jdbcUrl(name()));
            environment.put("QUARKUS_DATASOURCE_USERNAME", name());
            environment.put("QUARKUS_DATASOURCE_PASSWORD", Databases.password(name()));
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
                    case DISPATCH -> Map.of();
                    case PORTAL ->
                        Map.of("BALAGH_OIDC_CLIENT_SECRET", "portal-local", "BALAGH_PORTAL_ADDRESS", address());
                });
        if (keepsInObjectStore()) {
            environment.putAll(ObjectStorePart.environment(workplace));
        }
        return environment;
    }

    private boolean keepsInObjectStore() {
        return application == Application.INTAKE && EvidencePlace.of(workplace) == EvidencePlace.S3;
    }

    private String url(Application other) {
        return "http://localhost:" + other.port(workplace);
    }
}
