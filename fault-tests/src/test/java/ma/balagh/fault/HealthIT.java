package ma.balagh.fault;

import static ma.balagh.platform.demo.SuiteClient.Target.INTAKE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ma.balagh.platform.demo.AnswerPoller;
import ma.balagh.platform.network.HttpProbe;
import ma.balagh.platform.suite.PartState;
import ma.balagh.platform.test.SuiteUnderTest;
import ma.balagh.platform.test.SuiteUnderTest.Running;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Kills what the applications depend on: who cannot answer without it is not ready, nobody is dead, and when it is back all
 * go on without having been started again.
 */
@ExtendWith(SuiteUnderTest.class)
final class HealthIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int READY = 200;
    private static final int NOT_READY = 503;
    private static final List<String> SERVICES = List.of("intake", "analysis", "dispatch");

    @AfterEach
    void bringBackWhatWasKilled(Running suite) {
        suite.up();
    }

    @Test
    void isUnreadyWithoutADependencyAndNeverDead(Running suite) {
        // Given
        var processes = processes(suite);
        suite.client().token("partner-press");

        // When
        suite.kill("kafka");
        suite.kill("keycloak");

        // Then: tokens are known, events wait, and only signing in is not possible
        awaitReadiness(suite, "portal", NOT_READY);
        assertThat(suite.client()
                        .post("partner-press", INTAKE, "/reports", Map.of("channel", "PARTNER", "text", "Sans Kafka"))
                        .status())
                .isEqualTo(201);
        SERVICES.forEach(service -> awaitReadiness(suite, service, READY));
        assertAllAlive(suite);

        // When
        suite.kill("postgres");

        // Then
        SERVICES.forEach(service -> awaitReadiness(suite, service, NOT_READY));
        assertAllAlive(suite);

        // When
        suite.up();

        // Then
        SERVICES.forEach(service -> awaitReadiness(suite, service, READY));
        awaitReadiness(suite, "portal", READY);
        assertThat(processes(suite)).isEqualTo(processes);
    }

    private static void awaitReadiness(Running suite, String application, int expected) {
        AnswerPoller.until(
                application + " answers a probe with " + expected,
                PATIENCE,
                () -> HttpProbe.status(address(suite, application) + "/q/health/ready"),
                status -> status == expected);
    }

    private static void assertAllAlive(Running suite) {
        for (var application : List.of("intake", "analysis", "dispatch", "portal")) {
            assertThat(HttpProbe.status(address(suite, application) + "/q/health/live"))
                    .as(application)
                    .isEqualTo(READY);
        }
    }

    private static String address(Running suite, String application) {
        return suite.suite().status().stream()
                .filter(part -> part.name().equals(application))
                .map(PartState::address)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Long> processes(Running suite) {
        return suite.suite().status().stream()
                .filter(part -> SERVICES.contains(part.name()) || part.name().equals("portal"))
                .collect(Collectors.toMap(PartState::name, PartState::pid));
    }
}
