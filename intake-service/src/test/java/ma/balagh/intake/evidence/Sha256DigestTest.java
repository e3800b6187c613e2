package ma.balagh.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Sha256DigestTest {

    @Test
    void readsItsAlgorithmAmongOthers() {
        // Given
        var digest = new Sha256Digest("ab".repeat(32));
        // Then
        assertThat(Sha256Digest.parse("sha-512=:AAAA:, " + digest.header())).contains(digest);
        assertThat(Sha256Digest.parse("sha-512=:AAAA:")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sha-256=abc", "sha-256", "sha-256=:A-_:", "sha-256=:AAAA", "sha-256=:AAAA:", "sha-256=:A:"})
    void refusesItsAlgorithmMalformed(String header) {
        assertThatIllegalArgumentException().isThrownBy(() -> Sha256Digest.parse(header));
    }
}
