package ma.balagh.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A process of its own that writes into two tables without a break, and notes each number once it is committed. */
final class Writer {

    private static final AtomicInteger numbers = new AtomicInteger();

    private Writer() {}

    /** Starts it; with any other status than SIGTERM's it ends because it was refused something. */
    static Process start(String database, Path committed) throws IOException {
        Files.createFile(committed);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        database,
                        committed.toString())
                .inheritIO()
                .start();
    }

    /** The numbers that the lines say which are whole. */
    static List<Integer> read(Path committed) throws IOException {
        var text = Files.readString(committed);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(Integer::valueOf)
                .toList();
    }

    /** @param arguments the database's address and the file of what is committed */
    public static void main(String[] arguments) throws Exception {
        var committed = Path.of(arguments[1]);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var there = threads.submit(() -> write(arguments[0], "left_hand", "right_hand", committed));
            var back = threads.submit(() -> write(arguments[0], "right_hand", "left_hand", committed));
            there.get();
            back.get();
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }

    private static Void write(String database, String first, String second, Path committed)
            throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(database, "intake", "intake-local");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (true) {
                var number = numbers.incrementAndGet();
                statement.execute("insert into %s values (%d)".formatted(first, number));
                statement.execute("insert into %s values (%d)".formatted(second, number));
                connection.commit();
                Files.writeString(committed, number + "\n", StandardOpenOption.APPEND);
            }
        }
    }
}
