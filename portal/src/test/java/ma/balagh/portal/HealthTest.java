package ma.balagh.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import ma.balagh.portal.suite.LateRealm;
import org.junit.jupiter.api.Test;

/** A realm that is away makes the portal unready, never dead: nobody is helped by its restart. */
@QuarkusTest
@WithTestResource(LateRealm.class)
class HealthTest {

    @Test
    void isReadyWheneverPeopleCanSignInAndAliveAlways() throws IOException {
        // Given: it started before its realm
        assertHealth(503);

        // When
        LateRealm.come();

        // Then
        assertHealth(200);
        await().untilAsserted(() -> assertThat(login()).isEqualTo(302));

        // When
        LateRealm.leave();

        // Then
        assertHealth(503);

        // When
        LateRealm.come();

        // Then
        assertHealth(200);
    }

    private static void assertHealth(int ready) {
        assertThat(status("/q/health/ready")).isEqualTo(ready);
        assertThat(status("/q/health/live")).isEqualTo(200);
        assertThat(status("/q/health/started")).isEqualTo(200);
    }

    private static int login() {
        return status("/dossiers");
    }

    private static int status(String path) {
        return given().redirects().follow(false).get(path).statusCode();
    }
}
