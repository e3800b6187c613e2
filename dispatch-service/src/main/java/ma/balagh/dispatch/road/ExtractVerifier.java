package ma.balagh.dispatch.road;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openstreetmap.osmosis.osmbinary.Fileformat;

/**
 * Tells an OpenStreetMap extract from other files by its beginning, before anything is imported.
 *
 * @see <a href="https://wiki.openstreetmap.org/wiki/PBF_Format">PBF Format</a>
 */
final class ExtractVerifier {

    /** By the format. */
    private static final int LONGEST_HEADER = 64 * 1024;

    private ExtractVerifier() {}

    static void verify(Path extract) throws UnusableExtractException {
        if (!Files.isRegularFile(extract)) {
            throw new UnusableExtractException(extract, "does not exist, or is no file");
        }
        try (var input = new DataInputStream(Files.newInputStream(extract))) {
            if (Files.size(extract) == 0) {
                throw new UnusableExtractException(extract, "is empty");
            }
            int length = input.readInt();
            if (length <= 0 || length > LONGEST_HEADER || !isHeader(input.readNBytes(length))) {
                throw new UnusableExtractException(extract, "is no OpenStreetMap extract in PBF format");
            }
        } catch (AccessDeniedException e) {
            throw new UnusableExtractException(extract, "cannot be read", e);
        } catch (IOException e) {
            throw new UnusableExtractException(extract, "is no OpenStreetMap extract in PBF format", e);
        }
    }

    private static boolean isHeader(byte[] block) throws IOException {
        return Fileformat.BlobHeader.parseFrom(block).getType().equals("OSMHeader");
    }
}
