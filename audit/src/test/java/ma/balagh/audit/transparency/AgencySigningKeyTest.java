package ma.balagh.audit.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import ma.balagh.verifier.SignatureVerifier;
import org.junit.jupiter.api.Test;

final class AgencySigningKeyTest {

    @Test
    void readsAKeyInEachFormAndDerivesItsPublicKey() throws Exception {
        // Given
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String base64 = Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
        // When
        AgencySigningKey key = AgencySigningKey.of("balagh.custody.signing-key", base64);
        // Then
        assertThat(key.publicKey()).isEqualTo(keys.getPublic().getEncoded());
        assertThat(AgencySigningKey.of("balagh.custody.signing-key", base64 + "-local")
                        .id())
                .isEqualTo(key.id());
        assertThat(AgencySigningKey.of(
                                "balagh.custody.signing-key",
                                "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n")
                        .id())
                .isEqualTo(key.id());
        byte[] content = "content".getBytes(UTF_8);
        assertThat(new SignatureVerifier().isSigned(key.publicKey(), content, key.sign(content)))
                .isTrue();
    }

    @Test
    void refusesWhatIsNoSuchKeyWithoutQuotingIt() throws Exception {
        String rsa = Base64.getEncoder()
                .encodeToString(KeyPairGenerator.getInstance("EC")
                        .generateKeyPair()
                        .getPrivate()
                        .getEncoded());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgencySigningKey.of("balagh.custody.signing-key", rsa))
                .withMessageNotContaining(rsa)
                .withNoCause();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgencySigningKey.of("balagh.custody.signing-key", "my secret words"));
    }
}
