package ma.balagh.platform.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import ma.balagh.operation.TileArchiveVerifier;

/** The map that a suite's desk is drawn on: chosen with a start, and remembered with its data. */
public record MapFile(Path path) {

    /** Said in place of a file: the coast and the names of cities again. */
    private static final String NONE = "none";

    /** What that suite was started with; nothing unless somebody named one. */
    public static Optional<MapFile> of(SuiteDirectories workplace) {
        try {
            return Files.exists(memory(workplace))
                    ? Optional.of(new MapFile(
                            Path.of(Files.readString(memory(workplace)).strip())))
                    : Optional.empty();
        } catch (IOException e) {
            throw new SuiteException("Cannot read which map the suite has: " + memory(workplace), e);
        }
    }

    /**
     * The portal takes it with its next start.
     *
     * @throws SuiteException that says why the file is no map that this suite could use
     */
    public static void choose(SuiteDirectories workplace, Path file) {
        boolean isNone = file.getFileName().toString().equals(NONE) && !Files.exists(file);
        if (!isNone) {
            verify(file);
        }
        try {
            Files.createDirectories(workplace.data());
            if (isNone) {
                Files.deleteIfExists(memory(workplace));
            } else {
                Files.writeString(memory(workplace), file.toAbsolutePath().toString());
            }
        } catch (IOException e) {
            throw new SuiteException("Cannot write which map the suite has: " + memory(workplace), e);
        }
    }

    private static void verify(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new SuiteException("There is no file " + file + ".");
        }
        try {
            TileArchiveVerifier.fault(file).ifPresent(fault -> {
                throw new SuiteException(file + " " + fault + ".");
            });
        } catch (IOException e) {
            throw new SuiteException(file + " cannot be read.", e);
        }
    }

    private static Path memory(SuiteDirectories workplace) {
        return workplace.data().resolve("map-file");
    }
}
