package ma.balagh.intake.anchor;

import java.io.IOException;

/** Where anchors are kept outside the database: small files, each written once. */
interface AnchorStore {

    /**
     * Keeps a file for good; nothing when it is kept already with the same content.
     *
     * @throws java.nio.file.FileAlreadyExistsException when it is kept with other content, which nobody may replace
     */
    void keep(String name, byte[] content) throws IOException;
}
