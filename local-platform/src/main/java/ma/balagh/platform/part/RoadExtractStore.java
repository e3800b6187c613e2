package ma.balagh.platform.part;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The OpenStreetMap extract that a suite times units by: chosen with a start, and remembered with its data. */
public final class RoadExtractStore {

    /** Said in place of a file: times follow the straight line again. */
    private static final String NONE = "none";

    /** A box around what the codes of a local suite's jurisdictions stand for, with room to spare. */
    private static final OsmExtractReader.Bounds MA = new OsmExtractReader.Bounds(-18, 20, 0, 37);

    private RoadExtractStore() {}

    /** What that suite was started with; nothing unless somebody named one. */
    public static Optional<Path> of(SuiteDirectories workplace) {
        try {
            return Files.exists(memory(workplace))
                    ? Optional.of(Path.of(Files.readString(memory(workplace)).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new SuiteException("Cannot read which roads the suite has: " + memory(workplace), e);
        }
    }

    /**
     * Dispatch takes it with its next start.
     *
     * @throws SuiteException that says why the file is no extract that this suite could use
     */
    public static void choose(SuiteDirectories workplace, Path extract) {
        boolean none = extract.getFileName().toString().equals(NONE) && !Files.exists(extract);
        if (!none) {
            verify(extract);
        }
        try {
            Files.createDirectories(workplace.data());
            if (none) {
                Files.deleteIfExists(memory(workplace));
            } else {
                Files.writeString(memory(workplace), extract.toAbsolutePath().toString());
            }
        } catch (IOException e) {
            throw new SuiteException("Cannot write which roads the suite has: " + memory(workplace), e);
        }
    }

    private static void verify(Path extract) {
        if (!Files.isRegularFile(extract)) {
            throw new SuiteException("There is no file " + extract + ".");
        }
        try {
            if (Files.size(extract) == 0) {
                throw new SuiteException(extract + " is empty.");
            }
            OsmExtractReader.bounds(extract)
                    .filter(bounds -> !bounds.overlaps(MA))
                    .ifPresent(elsewhere -> refuse(extract, elsewhere));
        } catch (AccessDeniedException e) {
            throw new SuiteException(extract + " cannot be read.", e);
        } catch (IOException e) {
            throw new SuiteException(
                    extract + " is no OpenStreetMap extract in PBF format, such as morocco-latest.osm.pbf.", e);
        }
        try {
            OsmExtractReader.requireWhole(extract);
        } catch (IOException e) {
            throw new SuiteException(extract + " is cut or damaged: copy or download it once more.", e);
        }
    }

    private static void refuse(Path extract, OsmExtractReader.Bounds elsewhere) {
        throw new SuiteException(String.format(
                Locale.ROOT,
                "%s is of another country: it covers latitudes %.2f to %.2f and longitudes %.2f to %.2f, and units and"
                        + " jurisdictions of this suite are in MA.",
                extract,
                elsewhere.south(),
                elsewhere.north(),
                elsewhere.west(),
                elsewhere.east()));
    }

    private static Path memory(SuiteDirectories workplace) {
        return workplace.data().resolve("road-extract");
    }
}
