package ma.balagh.operation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalSecretGuardTest {

    private static final String URL = "quarkus.oidc.auth-server-url";
    private static final String PASSWORD = "quarkus.datasource.password";

    @Test
    void refusesALocalSecretAwayFromTheLocalPlatform() {
        // Given
        LocalSecretGuard guard = guard(Map.of(URL, "https://id.example.org/realms/balagh", PASSWORD, "intake-local"));

        // Then
        assertThatIllegalStateException()
                .isThrownBy(guard::check)
                .withMessageContaining(PASSWORD)
                .withMessageContaining("id.example.org")
                .withMessageNotContaining("intake-local");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quarkus.oidc-client.credentials.secret",
                "quarkus.oidc.credentials.secret",
                "quarkus.oidc.credentials.client-secret.value",
                "QUARKUS_DATASOURCE_PASSWORD",
                "QUARKUS_FLYWAY_PASSWORD",
                "balagh.seal.current",
                "balagh.custody.signing-key"
            })
    void knowsWhereSecretsStand(String name) {
        // Given
        LocalSecretGuard guard = guard(Map.of(URL, "https://id.example.org/realms/balagh", name, "secret-local"));

        // Then
        assertThatIllegalStateException().isThrownBy(guard::check).withMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://keycloak.balagh.svc:8080/realms/balagh", "https://balagh-local.svc.example.org"})
    void refusesALocalSecretInAnyOtherNamespaceThanTheLocalOne(String identityProvider) {
        // Given
        LocalSecretGuard guard = guard(Map.of(URL, identityProvider, PASSWORD, "intake-local"));

        // Then
        assertThatIllegalStateException().isThrownBy(guard::check).withMessageContaining(PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8180/realms/balagh",
                "http://127.0.0.1:8180/realms/balagh",
                "http://[::1]:8180/realms/balagh",
                "http://keycloak.balagh-local.svc:8080/realms/balagh"
            })
    void acceptsLocalSecretsOnTheLocalPlatform(String identityProvider) {
        // Given
        LocalSecretGuard guard = guard(Map.of(URL, identityProvider, PASSWORD, "intake-local"));

        // Then
        assertThatCode(guard::check).doesNotThrowAnyException();
    }

    @Test
    void acceptsSecretsOfOnesOwnAnywhere() {
        // Given
        LocalSecretGuard guard = guard(Map.of(URL, "https://id.example.org/realms/balagh", PASSWORD, "4f1c9b"));

        // Then
        assertThatCode(guard::check).doesNotThrowAnyException();
    }

    private static LocalSecretGuard guard(Map<String, String> properties) {
        return new LocalSecretGuard(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build());
    }
}
