package ma.balagh.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import ma.balagh.platform.kafka.TopicCopy;
import ma.balagh.platform.part.Progress;
import ma.balagh.platform.part.SuiteFailure;
import ma.balagh.platform.part.Workplace;
import ma.balagh.platform.postgres.ClusterCopy;
import ma.balagh.platform.postgres.Databases;
import ma.balagh.platform.process.FileLock;
import ma.balagh.platform.process.Folders;
import ma.balagh.platform.suite.Suite;

/**
 * Copies a running suite as it is at one moment: databases, topics and evidence belong together to the row
 * ({@code docs/adr/032-a-backup-is-one-moment.md}).
 */
public final class Backup {

    /** What a suite keeps in files and cannot make again, below its data. */
    static final List<String> KEPT = List.of("intake", "s3", "evidence-store", "keycloak");

    /** Media that are still coming in: nobody was told yet that we have them. */
    private static final Set<String> COMING_IN = Set.of("incoming");

    private final Workplace workplace;
    private final Supplier<List<ProcessHandle>> writers;
    private final Progress progress;

    /** @param writers tells who changes that suite's databases, topics or files, whenever it is asked */
    Backup(Workplace workplace, Supplier<List<ProcessHandle>> writers, Progress progress) {
        this.workplace = workplace;
        this.writers = writers;
        this.progress = progress;
    }

    public static Backup of(Suite suite, Progress progress) {
        return new Backup(suite.workplace(), suite::writers, progress);
    }

    /**
     * Writes a backup of the running suite into a folder that does not exist yet.
     *
     * @return what people are told of it, in a line
     */
    public String make(Path folder) throws IOException, SQLException, InterruptedException {
        try (var alone = alone(workplace, progress)) {
            return makeAlone(folder);
        }
    }

    /** One backup or restore after the other: two would take each other's moment and links away. */
    static FileLock alone(Workplace workplace, Progress progress) throws IOException {
        return FileLock.take(
                workplace.shared().resolve("backup.lock"),
                () -> progress.say("waiting for another backup or restore to finish"));
    }

    private String makeAlone(Path folder) throws IOException, SQLException, InterruptedException {
        if (Files.exists(folder)) {
            throw new SuiteFailure("There is something already: " + folder + ". A backup gets a folder of its own.");
        }
        if (folder.startsWith(workplace.data())) {
            throw new SuiteFailure("A backup within the suite's own data would go with them: " + folder);
        }
        var unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        Folders.delete(unfinished);
        // It also says who reported.
        Files.createDirectories(unfinished);
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwx------"));
        var links = workplace.data().resolve("run").resolve("backup");
        try {
            var contents = make(unfinished, links);
            contents.write(unfinished);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
            return "%d rows, %d records and the files as they were at %s"
                    .formatted(
                            Inventory.rows(contents.databases()),
                            contents.topics().records(),
                            contents.at());
        } finally {
            Folders.delete(links);
            Folders.delete(unfinished);
        }
    }

    private BackupContents make(Path target, Path links) throws IOException, SQLException, InterruptedException {
        try (var topics = new TopicCopy(workplace.ports().bootstrapServers())) {
            progress.say("copying the databases");
            try (var cluster = ClusterCopy.make(workplace, BackupContents.cluster(target))) {
                var ends = new AtomicReference<TopicCopy.Ends>();
                try (var moment = Moment.take(new Databases(workplace.ports()), writers, () -> {
                    ends.set(topics.ends());
                    link(links);
                })) {
                    progress.say("the moment is %s; everything stood still for %d ms"
                            .formatted(moment.at(), moment.held().toMillis()));
                    cluster.copyLog(moment.position());
                    progress.say("copying the topics");
                    topics.write(ends.get(), BackupContents.topics(target));
                    progress.say("copying evidence");
                    Folders.copy(links, BackupContents.files(target));
                    progress.say("counting");
                    return new BackupContents(
                            BackupContents.FORMAT,
                            moment.at().toString(),
                            moment.name(),
                            moment.inventories(),
                            ends.get());
                }
            }
        }
    }

    /** A moment's files keep their second names until they are copied. */
    private void link(Path links) throws IOException {
        Folders.delete(links);
        Files.createDirectories(links);
        for (var name : KEPT) {
            var kept = workplace.data().resolve(name);
            if (Files.exists(kept)) {
                Folders.link(kept, links.resolve(name), COMING_IN);
            }
        }
    }
}
