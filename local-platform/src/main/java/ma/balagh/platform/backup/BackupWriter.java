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
import ma.balagh.platform.kafka.TopicCopier;
import ma.balagh.platform.part.ProgressListener;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.part.SuiteException;
import ma.balagh.platform.postgres.ClusterCopier;
import ma.balagh.platform.postgres.DatabaseProvisioner;
import ma.balagh.platform.process.FileTrees;
import ma.balagh.platform.process.LauncherLock;
import ma.balagh.platform.suite.Suite;

/**
 * Copies a running suite as it is at one moment: databases, topics and evidence belong together to the row
 * ({@code docs/adr/032-a-backup-is-one-moment.md}).
 */
public final class BackupWriter {

    /** What a suite keeps in files and cannot make again, below its data. */
    static final List<String> KEPT = List.of("intake", "s3", "evidence-store", "keycloak");

    /** Media that are still coming in: nobody was told yet that we have them. */
    private static final Set<String> COMING_IN = Set.of("incoming");

    private final SuiteDirectories workplace;
    private final Supplier<List<ProcessHandle>> writers;
    private final ProgressListener progress;

    /** @param writers tells who changes that suite's databases, topics or files, whenever it is asked */
    BackupWriter(SuiteDirectories workplace, Supplier<List<ProcessHandle>> writers, ProgressListener progress) {
        this.workplace = workplace;
        this.writers = writers;
        this.progress = progress;
    }

    public static BackupWriter of(Suite suite, ProgressListener progress) {
        return new BackupWriter(suite.workplace(), suite::writers, progress);
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
    static LauncherLock alone(SuiteDirectories workplace, ProgressListener progress) throws IOException {
        return LauncherLock.lock(
                workplace.shared().resolve("backup.lock"),
                () -> progress.say("waiting for another backup or restore to finish"));
    }

    private String makeAlone(Path folder) throws IOException, SQLException, InterruptedException {
        if (Files.exists(folder)) {
            throw new SuiteException("There is something already: " + folder + ". A backup gets a folder of its own.");
        }
        if (folder.startsWith(workplace.data())) {
            throw new SuiteException("A backup within the suite's own data would go with them: " + folder);
        }
        var unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        FileTrees.delete(unfinished);
        // It also says who reported.
        Files.createDirectories(unfinished);
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwx------"));
        var links = workplace.data().resolve("run").resolve("backup");
        try (var guard = InterruptionGuard.before(() -> discard(links, unfinished))) {
            var contents = make(unfinished, links);
            contents.write(unfinished);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
            return "%d rows, %d records and the files as they were at %s"
                    .formatted(
                            DatabaseInventory.rows(contents.databases()),
                            contents.topics().records(),
                            contents.at());
        }
    }

    /** Second names of evidence would keep it on the disk after it was erased. */
    private static void discard(Path links, Path unfinished) throws IOException {
        FileTrees.delete(links);
        FileTrees.delete(unfinished);
    }

    private BackupContents make(Path target, Path links) throws IOException, SQLException, InterruptedException {
        try (var topics = new TopicCopier(workplace.ports().bootstrapServers())) {
            progress.say("copying the databases");
            try (var cluster = ClusterCopier.make(workplace, BackupContents.cluster(target))) {
                var ends = new AtomicReference<TopicCopier.Ends>();
                try (var moment = ConsistentSnapshot.take(new DatabaseProvisioner(workplace.ports()), writers, () -> {
                    ends.set(topics.ends());
                    link(links);
                })) {
                    progress.say("the moment is %s; everything stood still for %d ms"
                            .formatted(moment.at(), moment.held().toMillis()));
                    cluster.copyLog(moment.position());
                    progress.say("copying the topics");
                    topics.write(ends.get(), BackupContents.topics(target));
                    progress.say("copying evidence");
                    FileTrees.copy(links, BackupContents.files(target));
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
        FileTrees.delete(links);
        Files.createDirectories(links);
        for (var name : KEPT) {
            var kept = workplace.data().resolve(name);
            if (Files.exists(kept)) {
                FileTrees.link(kept, links.resolve(name), COMING_IN);
            }
        }
    }
}
