package ma.balagh.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import ma.balagh.platform.build.MavenRunner;
import ma.balagh.platform.demo.AnswerPoller;
import ma.balagh.platform.network.HttpProbe;
import ma.balagh.platform.network.PortProbe;
import ma.balagh.platform.part.LaunchCommand;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.part.SuitePart;
import ma.balagh.platform.service.ApplicationPart;

/**
 * A release of intake, run as production runs it: a process that migrates and ends, and replicas that find the schema as
 * they need it or do not start.
 *
 * @param program its {@code quarkus-run.jar}
 * @param folder where its processes run
 */
record Release(SuiteDirectories workplace, Path program, Path folder) {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String MODULE = "intake-service";
    private static final String NEXT = "next-release";

    /** Below the folder that a release runs in: what it has beyond today's migrations. */
    private static final String MORE_MIGRATIONS = "migrations";

    /** How the suite on a machine migrates; only the Job does here. */
    private static final Set<String> OF_THE_OWNER = Set.of("QUARKUS_FLYWAY_USERNAME", "QUARKUS_FLYWAY_PASSWORD");

    /** As {@code k8s/base/intake} has it: the Job, and the Deployment with shorter pauses. */
    private static final Map<String, String> MIGRATES = Map.of(
            "QUARKUS_FLYWAY_MIGRATE_AT_START", "true",
            "QUARKUS_FLYWAY_VALIDATE_AT_START", "false",
            "QUARKUS_FLYWAY_IGNORE_MIGRATION_PATTERNS", "*:future,repeatable:*",
            "QUARKUS_INIT_AND_EXIT", "true");

    private static final Map<String, String> SERVES = Map.of(
            "QUARKUS_FLYWAY_MIGRATE_AT_START", "false",
            "QUARKUS_FLYWAY_VALIDATE_AT_START", "true",
            "QUARKUS_FLYWAY_IGNORE_MIGRATION_PATTERNS", "*:future,repeatable:*",
            "QUARKUS_SHUTDOWN_DELAY", "2s");

    /** The release that the suite runs. */
    static Release current(SuiteDirectories workplace, Path folder) {
        return new Release(workplace, built(workplace, "quarkus-app"), folder);
    }

    /** The one after it: the same sources, built with one more place of migrations. */
    static Release next(SuiteDirectories workplace, Path folder) throws IOException, InterruptedException {
        new MavenRunner(workplace)
                .run(
                        "building the next release",
                        module -> {},
                        List.of(
                                "package",
                                "-pl",
                                MODULE,
                                "-am",
                                "-Dmaven.test.skip=true",
                                "-Dspotless.check.skip=true",
                                "-Dquarkus.package.output-directory=" + NEXT,
                                "-Dquarkus.flyway.locations=db/migration,db/messaging,db/http,db/audit,filesystem:"
                                        + MORE_MIGRATIONS));
        return new Release(workplace, built(workplace, NEXT), folder);
    }

    private static Path built(SuiteDirectories workplace, String output) {
        return workplace
                .repository()
                .resolve(MODULE)
                .resolve("target")
                .resolve(output)
                .resolve("quarkus-run.jar");
    }

    Release withMigration(String name, String sql) throws IOException {
        var migrations = Files.createDirectories(folder.resolve(MORE_MIGRATIONS));
        Files.writeString(migrations.resolve(name), sql);
        return this;
    }

    /** What the Job does before a rollout. Returns its exit status. */
    int migrate() throws IOException, InterruptedException {
        return awaitEnd(start(MIGRATES, PortProbe.anyFree()));
    }

    /** Starts a replica and waits until it is ready. */
    Replica serve() throws IOException {
        var port = PortProbe.anyFree();
        var replica = new Replica(start(SERVES, port), port);
        AnswerPoller.until(
                "a replica is ready or has ended",
                PATIENCE,
                () -> replica.isReady() || !replica.process().isAlive(),
                settled -> settled);
        if (!replica.isReady()) {
            throw new IllegalStateException("a replica ended before it was ready; see " + log());
        }
        return replica;
    }

    /** Starts a replica that is expected not to stay. Returns its exit status. */
    int serveInVain() throws IOException, InterruptedException {
        return awaitEnd(start(SERVES, PortProbe.anyFree()));
    }

    private Process start(Map<String, String> settings, int port) throws IOException {
        var launch = launch();
        var builder = new ProcessBuilder(
                        workplace.java().toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        program.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(launch.environment());
        builder.environment().putAll(settings);
        if (settings != MIGRATES) {
            builder.environment().keySet().removeAll(OF_THE_OWNER);
        }
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        return builder.start();
    }

    private LaunchCommand launch() throws IOException {
        for (SuitePart part : ApplicationPart.all(workplace)) {
            if (part.name().equals("intake")) {
                return part.launch();
            }
        }
        throw new IllegalStateException("the suite has no intake");
    }

    private Path log() {
        return workplace.log("rollout");
    }

    private static int awaitEnd(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("a process was to end by itself, and did not");
        }
        return process.exitValue();
    }

    /** A process that serves. */
    record Replica(Process process, int port) implements AutoCloseable {

        boolean isReady() {
            return HttpProbe.status("http://localhost:" + port + "/q/health/ready") == 200;
        }

        /** What SIGTERM does to it. Returns its exit status. */
        int end() throws InterruptedException {
            process.destroy();
            return awaitEnd(process);
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
