package ma.balagh.platform.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a part writes from one start on, into a log that has those of before, too. */
record StartLog(Path file, long begin) {

    static StartLog from(Path file) throws IOException {
        return new StartLog(file, Files.exists(file) ? Files.size(file) : 0);
    }

    /** Whether Flyway found that its database was made by other migrations than these. */
    boolean tellsOfOtherMigrations() throws IOException {
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(begin);
            return new String(in.readAllBytes(), UTF_8).contains("FlywayValidateException");
        }
    }
}
