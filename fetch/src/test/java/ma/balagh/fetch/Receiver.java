package ma.balagh.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocketFactory;

/** A partner's server on loopback, and a poster that may send to it although it is there. */
public final class Receiver implements AutoCloseable {

    /** A request that came in. */
    public record Message(String head, String body) {

        /** What it was sent to. */
        public String path() {
            return head.split(" ", 3)[1];
        }

        /** The value of a header, or an empty text. */
        public String header(String name) {
            return head.lines()
                    .filter(line -> line.startsWith(name + ": "))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst()
                    .orElse("");
        }
    }

    private final ScriptedServer server;

    private Receiver(ScriptedServer server) {
        this.server = server;
    }

    /** @param answers whole answers, one after the other; the last for ever */
    public static Receiver answering(String... answers) throws IOException {
        return new Receiver(ScriptedServer.open(ScriptedServer.sayingInTurn(answers)));
    }

    /** An answer with that status and nothing else. */
    public static String status(int status) {
        return "HTTP/1.1 " + status + " Status\r\nContent-Length: 0\r\n\r\n";
    }

    /** What it says from now on. */
    public void answers(String... answers) {
        says(ScriptedServer.sayingInTurn(answers));
    }

    /** Takes what is sent to this path, and never says so; everything else is taken with 204. */
    public void staysSilentAt(String path) {
        says((head, out) -> {
            if (head.startsWith("POST " + path + " ")) {
                new CountDownLatch(1).await();
            }
            out.write(status(204).getBytes(US_ASCII));
        });
    }

    void says(ScriptedServer.Script script) {
        server.says(script);
    }

    /** In the order in which they came. */
    public List<Message> messages() {
        return server.requests().stream()
                .map(request -> new Message(request.head(), request.body()))
                .toList();
    }

    /** Where it is, under a name that everybody may have. */
    public String base() {
        return "http://partner.example.com:" + server.port();
    }

    /** Sends to this one, and takes no other for public that is not. */
    public PostClient poster() {
        var limits = Limits.of(Set.of(server.port()));
        var guard = new AddressGuard(Fetching::resolve, limits.ports(), Set.of(server.address()));
        return new PostClient(guard, limits, (SSLSocketFactory) SSLSocketFactory.getDefault(), Clock.systemUTC());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
