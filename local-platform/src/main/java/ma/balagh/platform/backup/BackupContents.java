package ma.balagh.platform.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import ma.balagh.platform.kafka.TopicCopier;
import ma.balagh.platform.part.SuiteException;

/**
 * What a backup says of itself. It is written last: a folder without it is no backup.
 *
 * @param format of the folder
 * @param at the moment, as RFC 3339 writes it
 * @param restorePoint the moment's name in PostgreSQL's log
 * @param databases what their tables held
 * @param topics how many records they had
 */
record BackupContents(
        String format,
        String at,
        String restorePoint,
        SortedMap<String, DatabaseInventory> databases,
        TopicCopier.Ends topics) {

    static final String FORMAT = "balagh-backup/1";

    private static final ObjectMapper JSON = new ObjectMapper();

    static BackupContents read(Path folder) throws IOException {
        var file = file(folder);
        if (!Files.exists(file)) {
            throw new SuiteException("This is no backup: " + folder + " has no " + file.getFileName() + ".");
        }
        var contents = JSON.readValue(file.toFile(), BackupContents.class);
        if (!contents.format.equals(FORMAT)) {
            throw new SuiteException(
                    "This release reads backups of the form %s, not %s: restore it with the release that made it, then upgrade."
                            .formatted(FORMAT, contents.format));
        }
        return contents;
    }

    void write(Path folder) throws IOException {
        JSON.writerWithDefaultPrettyPrinter().writeValue(file(folder).toFile(), this);
    }

    /** The copy of PostgreSQL's cluster. */
    static Path cluster(Path folder) {
        return folder.resolve("postgres");
    }

    /** The records of the topics. */
    static Path topics(Path folder) {
        return folder.resolve("topics");
    }

    /** What lies in files, evidence above all, under the names that it has in a suite's data. */
    static Path files(Path folder) {
        return folder.resolve("files");
    }

    private static Path file(Path folder) {
        return folder.resolve("backup.json");
    }
}
