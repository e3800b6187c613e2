package ma.balagh.portal.shell;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalSecretGuardTest {

    @Test
    void refusesThePublishedSecretAwayFromTheLocalPlatform() {
        assertThatThrownBy(() -> LocalSecretGuard.check("portal-local", "https://login.example.org/realms/balagh"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("login.example.org", "BALAGH_OIDC_CLIENT_SECRET");
    }

    @ParameterizedTest
    @CsvSource({
        "portal-local, http://localhost:8180/realms/balagh",
        "portal-local, http://127.0.0.1:8180/realms/balagh",
        "portal-local, 'http://[::1]:8180/realms/balagh'",
        "of-our-own, https://login.example.org/realms/balagh"
    })
    void startsLocallyOrWithASecretOfItsOwn(String secret, String identityProvider) {
        assertThatCode(() -> LocalSecretGuard.check(secret, identityProvider)).doesNotThrowAnyException();
    }
}
