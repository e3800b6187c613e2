package ma.balagh.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An event as a release wrote it: {@code golden/<release>/<owner>/<Event>.v1.<case>.json}. Files of a release that is
 * out never change: whoever reads today's events must still read them.
 *
 * @param release which release wrote it
 * @param type the event's type
 * @param fileName the example's file
 * @param json the event
 */
record Golden(String release, EventType type, String fileName, String json) {

    static Stream<Golden> all() {
        try (var files = Files.walk(directory())) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().map(Golden::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Golden> of(EventType type) {
        return all().filter(golden -> golden.type() == type);
    }

    /** The directory {@code schemas/<owner>} and this name make the schema's file. */
    static String schemaFileName(EventType type) {
        return type.recordClass().getSimpleName() + ".v1.json";
    }

    @Override
    public String toString() {
        return release + " " + fileName;
    }

    private static Golden read(Path file) {
        var relative = directory().relativize(file);
        var fileName = file.getFileName().toString();
        var typeName = "balagh." + relative.getName(1) + "." + fileName.substring(0, fileName.indexOf(".v1.")) + ".v1";
        try {
            return new Golden(
                    relative.getName(0).toString(),
                    EventType.named(typeName).orElseThrow(),
                    fileName,
                    Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path directory() {
        try {
            return Path.of(
                    Objects.requireNonNull(Golden.class.getResource("/golden")).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<EventType> types() {
        return Arrays.stream(EventType.values());
    }
}
