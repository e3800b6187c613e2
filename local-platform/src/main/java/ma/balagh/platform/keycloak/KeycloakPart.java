package ma.balagh.platform.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.balagh.platform.build.JavaProgram;
import ma.balagh.platform.network.HttpProbe;
import ma.balagh.platform.part.LaunchCommand;
import ma.balagh.platform.part.ProgressListener;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.part.SuiteException;
import ma.balagh.platform.part.SuitePart;
import ma.balagh.platform.postgres.DatabaseProvisioner;

/** Keycloak with the local realm, on the suite's PostgreSQL. */
public final class KeycloakPart implements SuitePart {

    /** What {@code kc.sh} gives the JVM; it is not used itself because its shell would stand between us and the pid. */
    private static final List<String> JVM = List.of(
            "-Xms64m",
            "-Xmx384m",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Djava.security.egd=file:/dev/urandom",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true");

    private static final List<String> BUILD =
            List.of("build", "--db=postgres", "--cache=local", "--health-enabled=false", "--metrics-enabled=false");

    /** Keycloak's own month is long for a theme that is being worked on. */
    private static final Duration STYLES_ARE_FRESH = Duration.ofMinutes(5);

    private final SuiteDirectories workplace;
    private final KeycloakDistribution distribution;
    /** Tells which version of the realm the database holds. */
    private final Path imported;

    public KeycloakPart(SuiteDirectories workplace) {
        this.workplace = workplace;
        this.distribution = new KeycloakDistribution(workplace);
        this.imported = workplace.data().resolve("keycloak/imported-realm.json");
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public List<Integer> ports() {
        return List.of(workplace.ports().keycloak());
    }

    @Override
    public String address() {
        return workplace.ports().issuer();
    }

    @Override
    public Set<String> needs() {
        return Set.of("postgres");
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(240);
    }

    @Override
    public void prepare(ProgressListener progress) throws IOException, InterruptedException {
        distribution.provide(progress);
        var built = distribution.home().resolve("balagh-built");
        if (!Files.exists(built)) {
            progress.say("configuring Keycloak, once");
            build();
            Files.createFile(built);
        }
        // A killed PostgreSQL leaves dead connections in the pool; nobody's login shall find out.
        Files.writeString(
                distribution.home().resolve("conf/quarkus.properties"),
                "quarkus.datasource.jdbc.validate-on-borrow=true\n");
        LoginThemeWriter.offer(distribution.home());
    }

    /**
     * A changed realm is imported anew: the local one holds nothing that its file does not. The file is written as late as
     * possible, since suites with other ports use the same distribution.
     */
    @Override
    public LaunchCommand launch() throws IOException {
        if (Files.exists(imported) && !Files.readString(imported).equals(LocalRealmWriter.json(workplace.ports()))) {
            new DatabaseProvisioner(workplace.ports()).recreate("keycloak");
        }
        LocalRealmWriter.offer(distribution.home(), workplace.ports());
        var port = Integer.toString(workplace.ports().keycloak());
        var program = program(List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--spi-theme--static-max-age=" + STYLES_ARE_FRESH.toSeconds(),
                // Who signed in is in the log, not only who failed to.
                "--spi-events-listener--jboss-logging--success-level=info",
                "--hostname=http://localhost:" + port));
        var environment = Map.of(
                "KC_DB_URL", workplace.ports().jdbcUrl("keycloak"),
                "KC_DB_USERNAME", "keycloak",
                "KC_DB_PASSWORD", DatabaseProvisioner.password("keycloak"),
                "KC_DB_POOL_MAX_SIZE", "20",
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", "admin-local");
        return new LaunchCommand(program.trainingCommand(workplace), environment, distribution.home());
    }

    @Override
    public boolean isReady() {
        return HttpProbe.status(address()) == 200;
    }

    @Override
    public void initialize() {
        try {
            Files.createDirectories(imported.getParent());
            Files.writeString(imported, LocalRealmWriter.json(workplace.ports()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remember the realm", e);
        }
    }

    @Override
    public boolean isTraining() throws IOException {
        return program(List.of()).cache(workplace).isInTraining();
    }

    @Override
    public void stopped() throws IOException {
        program(List.of()).cache(workplace).settle();
    }

    private void build() throws IOException, InterruptedException {
        var log = workplace.log(name());
        Files.createDirectories(log.getParent());
        var command = new ArrayList<>(List.of(workplace.java().toString()));
        command.addAll(options());
        command.addAll(start(BUILD));
        var status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start()
                .waitFor();
        if (status != 0) {
            throw new SuiteException("Keycloak cannot be configured; the reason stands in " + log);
        }
    }

    private JavaProgram program(List<String> arguments) {
        return new JavaProgram(name(), options(), List.of(archive()), start(arguments));
    }

    private List<String> options() {
        var options = new ArrayList<>(JVM);
        options.add(JavaProgram.FIRST_COMPILER_ONLY);
        options.add("-Dkc.home.dir=" + distribution.home());
        options.add("-Djboss.server.config.dir=" + distribution.home().resolve("conf"));
        return options;
    }

    private List<String> start(List<String> arguments) {
        var start =
                new ArrayList<>(List.of("-cp", archive().toString(), "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        start.addAll(arguments);
        return start;
    }

    private Path archive() {
        return distribution.home().resolve("lib/quarkus-run.jar");
    }
}
