package ma.balagh.intake.evidence;

import io.quarkus.runtime.ShutdownEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import ma.balagh.intake.Clips;

final class DirectoryStoreTest extends EvidenceStoreContract {

    @Override
    EvidenceStore open(Clock clock) {
        return new DirectoryStore(config, staging, new CachedIntegrityVerifier(config, clock));
    }

    @Override
    void overwrite(byte[] original, byte[] other) throws IOException {
        Path file = directory.resolve(new Sha256Digest(Clips.sha256(original)).path());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Files.write(file, other);
    }

    @Override
    void rot(byte[] original, byte[] other) throws IOException {
        overwrite(original, other);
    }

    @Override
    EvidenceStore away() {
        // A disk that is not mounted: its directory is there, and empty.
        staging.close(new ShutdownEvent());
        return store();
    }
}
