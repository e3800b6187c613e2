package ma.balagh.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.balagh.platform.part.LaunchCommand;
import ma.balagh.platform.part.ProgressListener;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.part.SuiteException;
import ma.balagh.platform.part.SuitePart;
import ma.balagh.platform.process.FileTrees;
import ma.balagh.platform.process.PidFile;
import ma.balagh.platform.process.ProcessLauncher;

/** One PostgreSQL cluster for the suite: a database and a role for each service and for Keycloak. */
public final class PostgresPart implements SuitePart {

    private static final String VERSION = "18.6.0";
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final SuiteDirectories workplace;
    private final Path cluster;
    private final PostgresDistribution binaries;
    private final DatabaseProvisioner databases;

    public PostgresPart(SuiteDirectories workplace) {
        this.workplace = workplace;
        this.cluster = workplace.data().resolve("postgres");
        this.binaries = new PostgresDistribution(workplace.shared().resolve("programs/postgres-" + VERSION));
        this.databases = new DatabaseProvisioner(workplace.ports());
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public List<Integer> ports() {
        return List.of(workplace.ports().postgres());
    }

    @Override
    public String address() {
        return "localhost:" + workplace.ports().postgres();
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public void prepare(ProgressListener progress) throws IOException, InterruptedException {
        binaries.unpack(progress);
        if (!Files.exists(cluster)) {
            progress.say("creating the PostgreSQL cluster");
            createCluster();
        }
    }

    @Override
    public LaunchCommand launch() throws IOException {
        return launch(cluster, Map.of());
    }

    private LaunchCommand launch(Path cluster, Map<String, String> settings) throws IOException {
        var command = new ArrayList<>(List.of(
                binaries.program("postgres").toString(),
                "-D",
                cluster.toString(),
                "-p",
                Integer.toString(workplace.ports().postgres()),
                "-c",
                "listen_addresses=localhost",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=150",
                "-c",
                "shared_buffers=128MB"));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return new LaunchCommand(unprivileged().command(command), Map.of(), workplace.data());
    }

    @Override
    public boolean isReady() {
        return databases.answer();
    }

    @Override
    public void initialize() {
        databases.createMissing();
    }

    /** Fast shutdown: does not wait for clients that keep a connection open. */
    @Override
    public String stopSignal() {
        return "INT";
    }

    /**
     * Recovers a copy of a cluster up to a restore point. {@link #keepRecovered} makes it this suite's.
     *
     * @param copy what {@link ClusterCopier} has made
     * @param check what has to hold in it
     */
    public void recover(Path copy, String restorePoint, Check check, ProgressListener progress)
            throws IOException, InterruptedException, SQLException {
        binaries.unpack(progress);
        var unfinished = unfinished();
        FileTrees.delete(unfinished);
        FileTrees.copy(copy, unfinished);
        Files.createFile(unfinished.resolve("recovery.signal"));
        unprivileged().ownAll(unfinished);
        var recovery = launch(
                unfinished,
                Map.of(
                        // The whole log lies in the cluster.
                        "restore_command", "false",
                        "recovery_target_name", restorePoint,
                        "recovery_target_action", "promote"));
        var log = workplace.log(name());
        var server = ProcessLauncher.start(recovery.command(), recovery.environment(), recovery.directory(), log);
        // So that whoever resets the suite after a crash ends it, too.
        var pidFile = new PidFile(workplace.pidFile(name()));
        pidFile.remember(server);
        var end = Thread.ofPlatform().unstarted(server::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(end);
        try {
            while (!databases.areWritable()) {
                if (!server.isAlive()) {
                    throw new SuiteException("PostgreSQL cannot recover the copy; the reason stands in " + log);
                }
                Thread.sleep(LOOK_EVERY);
            }
            check.of(databases);
        } finally {
            ProcessLauncher.stop(server, stopSignal(), Duration.ofMinutes(1));
            pidFile.forget();
            Runtime.getRuntime().removeShutdownHook(end);
        }
    }

    /** Only with its cluster a suite has data. */
    public void keepRecovered() throws IOException {
        Files.move(unfinished(), cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Looks at a recovered cluster. */
    public interface Check {
        void of(DatabaseProvisioner databases) throws SQLException;
    }

    private Path unfinished() {
        return cluster.resolveSibling("postgres.unfinished");
    }

    /** Under another name until it is whole, so that a crash leaves no half of a cluster behind. */
    private void createCluster() throws IOException, InterruptedException {
        var unfinished = unfinished();
        FileTrees.delete(unfinished);
        var unprivileged = unprivileged();
        unprivileged.own(unfinished);
        // initdb runs as another user where root may not, and must be able to read it.
        var password = cluster.resolveSibling("postgres-password");
        Files.writeString(password, DatabaseProvisioner.SUPERUSER_PASSWORD);
        var log = workplace.log("postgres");
        Files.createDirectories(log.getParent());
        var status = new ProcessBuilder(unprivileged.command(List.of(
                        binaries.program("initdb").toString(),
                        "--pgdata=" + unfinished,
                        "--username=" + DatabaseProvisioner.SUPERUSER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start()
                .waitFor();
        Files.delete(password);
        if (status != 0) {
            throw new SuiteException("PostgreSQL's initdb failed; the reason stands in " + log);
        }
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private static UnprivilegedCommand unprivileged() throws IOException {
        try {
            return UnprivilegedCommand.find();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
