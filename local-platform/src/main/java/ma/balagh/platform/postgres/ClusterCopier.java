package ma.balagh.platform.postgres;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.part.SuiteException;

/**
 * A copy of a running cluster, as PostgreSQL's manual describes under "Making a Base Backup Using the Low Level API": its
 * files while they change, and the write-ahead log that makes them whole, up to a restore point of the caller's choice.
 */
public final class ClusterCopier implements AutoCloseable {

    /** What the manual leaves out of a copy: what belongs to the running server alone. */
    private static final Set<String> OF_THE_SERVER = Set.of(
            "postmaster.pid",
            "postmaster.opts",
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final String TEMPORARY = "pgsql_tmp";
    private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");

    private final Path cluster;
    private final Path target;
    private final Connection connection;
    private final String first;

    private ClusterCopier(Path cluster, Path target, Connection connection, String first) {
        this.cluster = cluster;
        this.target = target;
        this.connection = connection;
        this.first = first;
    }

    /** Copies the files of that suite's cluster; from now until it is closed the server keeps its log. */
    public static ClusterCopier make(SuiteDirectories workplace, Path target) throws IOException, SQLException {
        var connection = new DatabaseProvisioner(workplace.ports()).connect("postgres");
        try {
            // It goes with the connection, however this ends.
            query(connection, "select pg_create_physical_replication_slot('balagh_backup', true, true)");
            var first = query(connection, "select pg_walfile_name(pg_backup_start('balagh', true))");
            var copy = new ClusterCopier(workplace.data().resolve("postgres"), target, connection, first);
            copy.copyFiles();
            Files.writeString(
                    target.resolve("backup_label"), query(connection, "select labelfile from pg_backup_stop(false)"));
            return copy;
        } catch (IOException | SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Adds the log up to the segment in which {@code position} lies. */
    public void copyLog(String position) throws IOException, SQLException {
        var last = query(connection, "select pg_walfile_name('%s'::pg_lsn)".formatted(position));
        query(connection, "select pg_switch_wal()");
        var log = Files.createDirectories(target.resolve("pg_wal"));
        try (var segments = Files.newDirectoryStream(cluster.resolve("pg_wal"))) {
            for (var segment : segments) {
                var name = segment.getFileName().toString();
                if (SEGMENT.matcher(name).matches() && name.compareTo(first) >= 0 && name.compareTo(last) <= 0
                        || name.endsWith(".history")) {
                    Files.copy(segment, log.resolve(name));
                }
            }
        }
        if (!Files.exists(log.resolve(first)) || !Files.exists(log.resolve(last))) {
            throw new SuiteException("PostgreSQL's log from %s to %s is not whole.".formatted(first, last));
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void copyFiles() throws IOException {
        Files.walkFileTree(cluster, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectories(copied(directory));
                return isOfTheServer(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("interrupted before " + file);
                }
                if (!isOfTheServer(file)) {
                    copyWhatIsThere(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                return gone(failure);
            }

            private Path copied(Path original) {
                return target.resolve(cluster.relativize(original).toString());
            }

            private void copyWhatIsThere(Path file) throws IOException {
                try {
                    Files.copy(file, copied(file), StandardCopyOption.COPY_ATTRIBUTES);
                } catch (NoSuchFileException e) {
                    gone(e);
                }
            }
        });
    }

    /** A file that went meanwhile is one that the log does away with. */
    private static FileVisitResult gone(IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }

    private boolean isOfTheServer(Path path) {
        var name = path.getFileName().toString();
        return name.startsWith(TEMPORARY) || cluster.equals(path.getParent()) && OF_THE_SERVER.contains(name);
    }

    private static String query(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
