package ma.balagh.intake.anchor;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/** Where anchors are kept outside the database: small files, each written once. */
public interface AnchorStore {

    /**
     * Keeps a file for good; nothing when it is kept already with the same content.
     *
     * @throws java.nio.file.FileAlreadyExistsException when it is kept with other content, which nobody may replace
     */
    void keep(String name, byte[] content) throws IOException;

    /** What is kept under that name; empty when nothing is. */
    Optional<byte[]> read(String name) throws IOException;

    /** The greatest number of an anchor that is kept; empty when none is. */
    OptionalLong newest() throws IOException;
}
