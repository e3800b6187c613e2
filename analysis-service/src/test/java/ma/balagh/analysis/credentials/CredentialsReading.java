package ma.balagh.analysis.credentials;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import ma.balagh.analysis.credentials.ThrowAwaySigner.Algorithm;
import ma.balagh.analysis.finding.Finding;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of content credentials share: a signer, a time, and a file that is read at that time. */
abstract class CredentialsReading {

    static final ThrowAwaySigner SIGNER = new ThrowAwaySigner(Algorithm.ES256);
    static final Instant WITHIN = Instant.parse("2025-06-01T12:00:00Z");

    @TempDir
    Path directory;

    static int indexOf(byte[] file, String text) {
        return new String(file, StandardCharsets.ISO_8859_1).indexOf(text);
    }

    final Finding read(byte[] file) throws IOException {
        return read(file, WITHIN);
    }

    final Finding read(byte[] file, Instant now) throws IOException {
        Path medium = Files.write(directory.resolve("medium"), file);
        return new ContentCredentialsReader(Clock.fixed(now, ZoneOffset.UTC)).read(medium);
    }
}
