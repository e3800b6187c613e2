package ma.balagh.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DigestTest {

    @Test
    void readsItsAlgorithmAmongOthers() {
        // Given
        var digest = new Digest("ab".repeat(32));
        // Then
        assertThat(Digest.parse("sha-512=:AAAA:, " + digest.header())).contains(digest);
        assertThat(Digest.parse("sha-512=:AAAA:")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sha-256=abc", "sha-256", "sha-256=:A-_:", "sha-256=:AAAA", "sha-256=:AAAA:", "sha-256=:A:"})
    void refusesItsAlgorithmMalformed(String header) {
        assertThatIllegalArgumentException().isThrownBy(() -> Digest.parse(header));
    }
}
