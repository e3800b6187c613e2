package ma.balagh.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import ma.balagh.platform.kafka.TopicCopier;
import ma.balagh.platform.part.ProgressListener;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.part.SuiteException;
import ma.balagh.platform.postgres.DatabaseProvisioner;
import ma.balagh.platform.postgres.PostgresPart;
import ma.balagh.platform.process.FileTrees;
import ma.balagh.platform.suite.Suite;

/** Creates a suite from a backup. */
public final class BackupRestorer {

    private final Suite suite;
    private final SuiteDirectories workplace;
    private final ProgressListener progress;

    public BackupRestorer(Suite suite, ProgressListener progress) {
        this.suite = suite;
        this.workplace = suite.workplace();
        this.progress = progress;
    }

    /**
     * Restores into a suite that has no data. What was restored is compared with what the backup says, row for row;
     * afterwards nothing runs.
     *
     * @return what people are told of it, in a line
     */
    public String from(Path folder) throws IOException, SQLException, InterruptedException {
        try (var alone = BackupWriter.alone(workplace, progress)) {
            return fromAlone(folder);
        }
    }

    private String fromAlone(Path folder) throws IOException, SQLException, InterruptedException {
        var contents = BackupContents.read(folder);
        if (suite.isAnyRunning() || hasData()) {
            throw new SuiteException(
                    "This suite has data: ./balagh reset%s deletes them, and then a backup can be restored."
                            .formatted(workplace.ports().option()));
        }
        var whole = new AtomicBoolean();
        try (var guard = InterruptionGuard.before(() -> discardUnless(whole.get()))) {
            Files.createDirectories(workplace.data());
            Files.writeString(workplace.restoring(), folder.toString());
            var postgres = new PostgresPart(workplace);
            progress.say("recovering the databases");
            postgres.recover(
                    BackupContents.cluster(folder),
                    contents.restorePoint(),
                    databases -> compare(databases, contents),
                    progress);
            progress.say("copying evidence");
            FileTrees.copy(BackupContents.files(folder), workplace.data());
            fillTopics(contents, folder);
            postgres.keepRecovered();
            Files.delete(workplace.restoring());
            whole.set(true);
        }
        return "%d rows and %d records, as they were at %s"
                .formatted(
                        DatabaseInventory.rows(contents.databases()),
                        contents.topics().records(),
                        contents.at());
    }

    private void discardUnless(boolean isWhole) {
        if (!isWhole) {
            suite.reset(progress);
        }
    }

    /** Anything that a restore would make, and would take away again where it fails. */
    private boolean hasData() {
        return Stream.concat(BackupWriter.KEPT.stream(), Stream.of("postgres", "kafka"))
                .anyMatch(name -> Files.exists(workplace.data().resolve(name)));
    }

    private void fillTopics(BackupContents contents, Path folder) throws IOException {
        progress.say("filling the topics");
        suite.start("kafka", progress);
        try (var topics = new TopicCopier(workplace.ports().bootstrapServers())) {
            topics.read(contents.topics(), BackupContents.topics(folder));
        }
        suite.stop("kafka");
    }

    private static void compare(DatabaseProvisioner databases, BackupContents contents) throws SQLException {
        var differences = new ArrayList<String>();
        for (var expected : contents.databases().entrySet()) {
            try (var connection = databases.connect(expected.getKey())) {
                var differing = expected.getValue().differences(DatabaseInventory.of(connection));
                differing.forEach(table -> differences.add(expected.getKey() + " " + table));
            }
        }
        if (!differences.isEmpty()) {
            throw new SuiteException("What was restored is not what the backup says of " + contents.at() + ": "
                    + String.join(", ", differences));
        }
    }
}
