package ma.balagh.analysis.credentials;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import ma.balagh.analysis.credentials.container.EmbeddedCredentials;
import ma.balagh.analysis.credentials.container.MediumBytesReader;
import ma.balagh.analysis.credentials.encoding.DamagedEncodingException;
import ma.balagh.analysis.finding.Finding;

/**
 * Reads and verifies the content credentials of a medium (C2PA specifications 1.0 to 2.2) in JPEG, PNG, WebP, AVI, WAV and
 * what is built like MP4. It opens no connection: what stands elsewhere is a fact, not a place to go.
 */
@Singleton
public final class ContentCredentialsReader {

    private final Clock clock;

    public ContentCredentialsReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * Whatever the file is made of, there is a finding. A file without credentials costs some reads, one with them one
     * pass.
     *
     * @throws IOException when the file cannot be read from its disk
     */
    public Finding read(Path path) throws IOException {
        try (MediumBytesReader medium = MediumBytesReader.open(path)) {
            EmbeddedCredentials carried = EmbeddedCredentials.by(medium);
            if (carried.stores().size() > 1) {
                return CredentialsStatement.SEVERAL.alone();
            }
            if (!carried.stores().isEmpty()) {
                return new CredentialVerifier(
                                medium, carried.format(), carried.stores().getFirst(), clock.instant())
                        .finding();
            }
            return carried.reference(medium)
                    .map(ContentCredentialsReader::without)
                    .orElseGet(CredentialsStatement.ABSENT::alone);
        } catch (DamagedEncodingException e) {
            return CredentialsStatement.UNREADABLE.alone();
        }
    }

    private static Finding without(String reference) {
        String told = DisplayText.by(reference);
        return reference.startsWith("self#")
                ? CredentialsStatement.REMOVED.with(Map.of("reference", told))
                : CredentialsStatement.ELSEWHERE.with(Map.of("status", "manifest.inaccessible", "reference", told));
    }
}
