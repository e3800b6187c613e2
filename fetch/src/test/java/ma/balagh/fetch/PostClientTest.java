package ma.balagh.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import ma.balagh.fetch.FetchOutcome.Header;
import ma.balagh.fetch.PostOutcome.Answered;
import ma.balagh.fetch.PostOutcome.NotAnswered;
import org.junit.jupiter.api.Test;

final class PostClientTest {

    private static final Duration TIME = Duration.ofSeconds(20);
    private static final byte[] JSON = "{\"text\": \"بلاغ\"}".getBytes(UTF_8);

    @Test
    void sendsWhatItIsGivenAndTellsTheAnswer() throws Exception {
        // Given
        try (var receiver = Receiver.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
            // When
            PostOutcome outcome = receiver.poster()
                    .post(receiver.base() + "/hook?a=1", List.of(new Header("webhook-id", "msg_1")), JSON, TIME);
            // Then
            assertThat(outcome).isEqualTo(new Answered(204, null));
            Receiver.Message message = receiver.messages().getFirst();
            assertThat(message.head())
                    .startsWith("POST /hook?a=1 HTTP/1.1\r\n")
                    .contains(
                            "webhook-id: msg_1\r\n",
                            "Content-Type: application/json\r\n",
                            "Content-Length: " + JSON.length + "\r\n")
                    .doesNotContainIgnoringCase("cookie", "authorization", "transfer-encoding");
            assertThat(message.body()).isEqualTo(new String(JSON, UTF_8));
        }
    }

    @Test
    void followsNoRedirect() throws Exception {
        // Given
        try (var receiver = Receiver.answering(ScriptedServer.redirect(307, "/elsewhere"))) {
            // Then
            assertThat(receiver.poster().post(receiver.base(), List.of(), JSON, TIME))
                    .isEqualTo(new Answered(307, null));
            assertThat(receiver.messages()).hasSize(1);
        }
    }

    @Test
    void tellsHowLongToWait() throws Exception {
        // Given
        try (var receiver = Receiver.answering("HTTP/1.1 503 Away\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n")) {
            // Then
            assertThat(receiver.poster().post(receiver.base(), List.of(), JSON, TIME))
                    .isEqualTo(new Answered(503, Duration.ofMinutes(2)));
        }
    }

    @Test
    void givesUpAServerThatSaysNothing() throws Exception {
        // Given
        try (var receiver = Receiver.answering("")) {
            // Then
            assertThat(receiver.poster().post(receiver.base(), List.of(), JSON, TIME))
                    .isEqualTo(new NotAnswered(TransientReason.BROKEN_ANSWER));
            receiver.says((head, out) -> Thread.sleep(Duration.ofSeconds(10)));
            assertThat(receiver.poster().post(receiver.base(), List.of(), JSON, Duration.ofMillis(300)))
                    .isInstanceOf(NotAnswered.class);
        }
    }

    @Test
    void sendsNothingToThisMachineOrItsNetwork() throws InterruptedException, IOException {
        // Given
        try (var trap = Trap.set()) {
            var limits = Limits.of(Set.of(80, 443, trap.port()));
            var guard = new AddressGuard(Fetching::resolve, limits.ports());
            var poster =
                    new PostClient(guard, limits, (SSLSocketFactory) SSLSocketFactory.getDefault(), Clock.systemUTC());
            List<String> addresses = ForgedAddresses.all()
                    .map(forgery -> String.valueOf(forgery.get()[0]).replace("TRAP", Integer.toString(trap.port())))
                    .toList();
            // Then
            for (String address : addresses) {
                assertThat(poster.refusal(address)).as(address).get().isInstanceOf(RefusalReason.class);
                assertThat(poster.post(address, List.of(), JSON, TIME))
                        .as(address)
                        .isInstanceOfSatisfying(
                                NotAnswered.class,
                                not -> assertThat(not.reason()).isInstanceOf(RefusalReason.class));
            }
            assertThat(trap.caught()).isEmpty();
        }
    }
}
