package ma.balagh.analysis.footage;

import java.io.IOException;

/** A file of a segment is not what it should be. */
final class DamagedSegmentException extends IOException {

    private static final long serialVersionUID = 1;

    DamagedSegmentException(String message) {
        super(message);
    }
}
