package ma.balagh.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import ma.balagh.fetch.AddressProspect;
import ma.balagh.fetch.FetchClient;
import ma.balagh.fetch.FetchConfig;
import ma.balagh.fetch.FetchOutcome.Refused;
import ma.balagh.fetch.FetchRequest;
import ma.balagh.fetch.MemorySink;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class WiringTest {

    @Inject
    FetchClient fetcher;

    @Inject
    FetchConfig config;

    @Test
    void refusesThisMachineAsItIsConfigured() throws InterruptedException {
        // Given
        var sink = new MemorySink();
        // Then
        for (String address : List.of(
                "http://127.0.0.1:" + RestAssured.port + "/q/health", "http://127.0.0.1:8080/", "http://[::1]/")) {
            assertThat(fetcher.fetch(FetchRequest.medium(address), sink)).isInstanceOf(Refused.class);
            assertThat(fetcher.judge(address)).isInstanceOf(AddressProspect.Hopeless.class);
        }
        assertThat(fetcher.judge("HTTP://Example.ORG:8080/a b"))
                .isEqualTo(new AddressProspect.Fetchable("http://example.org:8080/a%20b", "example.org"));
        assertThat(config.ports()).containsExactlyInAnyOrder(80, 443, 8080, 8443);
    }
}
