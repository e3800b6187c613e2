package ma.balagh.portal.shell;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalSecretGuardTest {

    @ParameterizedTest
    @ValueSource(strings = {"login.example.org", "keycloak.balagh.svc", "balagh-local.svc.example.org"})
    void refusesThePublishedSecretAwayFromTheLocalPlatform(String host) {
        assertThatThrownBy(() -> LocalSecretGuard.check("portal-local", "https://" + host + "/realms/balagh"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(host, "BALAGH_OIDC_CLIENT_SECRET");
    }

    @ParameterizedTest
    @CsvSource({
        "portal-local, http://localhost:8180/realms/balagh",
        "portal-local, http://127.0.0.1:8180/realms/balagh",
        "portal-local, 'http://[::1]:8180/realms/balagh'",
        "portal-local, http://keycloak.balagh-local.svc:8080/realms/balagh",
        "of-our-own, https://login.example.org/realms/balagh"
    })
    void startsLocallyOrWithASecretOfItsOwn(String secret, String identityProvider) {
        assertThatCode(() -> LocalSecretGuard.check(secret, identityProvider)).doesNotThrowAnyException();
    }
}
