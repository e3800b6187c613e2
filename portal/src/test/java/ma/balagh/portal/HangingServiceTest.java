package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that takes calls and answers none. */
@QuarkusTest
@TestProfile(HangingServiceTest.Impatient.class)
@WithTestResource(FakeSuite.class)
class HangingServiceTest {

    private static final String DOSSIERS = "GET /dossiers";

    private final FakeServices services = FakeSuite.services();
    private final Browser analyst = Browser.of("amina", "analyst");

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @AfterEach
    void letEverybodyGo() {
        services.reset();
    }

    @Test
    void isNotAskedAgainAfterThreeCallsInVainWhileTheOthersAre() {
        // Given
        services.leaveUnanswered(DOSSIERS);

        // When
        for (int i = 0; i < 10; i++) {
            assertThat(analyst.get("/dossiers").statusCode()).isEqualTo(503);
        }

        // Then
        assertThat(Collections.frequency(services.calls(), DOSSIERS)).isEqualTo(3);
        assertThat(analyst.get("/reports").statusCode()).isEqualTo(200);
    }

    @Test
    void isGivenItsOwnTimeToMakeAReferralFile() {
        // Given
        services.leaveUnanswered("GET /incidents/" + Ids.INCIDENT + "/referral-file");
        var fields = Map.of("purpose", "for the prosecutor");

        // When
        var answer = CompletableFuture.supplyAsync(() ->
                Browser.of("karim", "dispatcher").submit("/incidents", "/referral-files/" + Ids.INCIDENT, fields));

        // Then: not the 20 seconds that media have for their first byte
        assertThat(answer)
                .succeedsWithin(Duration.ofSeconds(15))
                .extracting(Response::statusCode)
                .isEqualTo(503);
    }

    /** Waits briefly for an answer, and then no more. */
    public static final class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.rest-client.read-timeout", "500",
                    "balagh.upstream.pause", "1H",
                    "balagh.referral.file-time-limit", "500MS");
        }
    }
}
