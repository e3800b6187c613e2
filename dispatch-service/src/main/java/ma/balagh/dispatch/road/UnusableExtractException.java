package ma.balagh.dispatch.road;

import java.nio.file.Path;

/** A file that was given as an extract of OpenStreetMap, and cannot be used as one; the message says why. */
final class UnusableExtractException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableExtractException(Path extract, String reason) {
        super(extract + " " + reason);
    }

    UnusableExtractException(Path extract, String reason, Throwable cause) {
        super(extract + " " + reason, cause);
    }
}
