package ma.balagh.dispatch.referral;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A container that is ready; it is sent once. */
record ReferralFile(Path file, long size, String sha256) {

    void sendTo(OutputStream out) throws IOException {
        try {
            Files.copy(file, out);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
