package ma.balagh.analysis.examination;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.UUID;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Realm and intake show a certificate that only the TLS configuration of {@code balagh.tls} trusts. */
@Tag("long")
@QuarkusTest
@TestProfile(LaboratoryProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
@WithTestResource(value = IntakeStand.class, initArgs = @ResourceArg(name = "encrypted", value = "true"))
class EncryptedIntakeTest {

    /** None of those that lie in an object store. */
    private static final UUID EVIDENCE = new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0001L);

    @TempDir
    Path directory;

    @Inject
    IntakeClient intakeClient;

    @SuppressWarnings("NullAway.Init") // by the resource
    IntakeStand stand;

    @Test
    void fetchesTokenAndBytesFromWhomItBelieves() throws Exception {
        // Given
        stand.put(EVIDENCE, "bytes".getBytes(UTF_8));
        var file = directory.resolve("evidence");

        // When
        intakeClient.fetch(EVIDENCE, "examination", file);

        // Then
        assertThat(file).hasContent("bytes");
    }
}
