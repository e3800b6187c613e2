package ma.balagh.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server on loopback that says word for word what a test wants, however wrong that is. */
public final class ScriptedServer implements AutoCloseable {

    /** Answers one request. */
    @FunctionalInterface
    public interface Script {
        void answer(String head, OutputStream out) throws IOException, InterruptedException;
    }

    private static final Pattern LENGTH = Pattern.compile("\r\nContent-Length: ([0-9]{1,7})\r\n");

    private final ServerSocket socket;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Script script;

    private ScriptedServer(ServerSocket socket, Script script) {
        this.socket = socket;
        this.script = script;
    }

    /** What somebody asked; the body is empty where there is none. */
    record Request(String head, String body) {}

    public static ScriptedServer open(Script script) throws IOException {
        var server = new ScriptedServer(new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")), script);
        Thread.ofVirtual().start(server::accept);
        return server;
    }

    public static Script saying(String answer) {
        return (head, out) -> out.write(answer.getBytes(ISO_8859_1));
    }

    /** Says one after the other, and the last for ever. */
    public static Script sayingInTurn(String... answers) {
        var turn = new AtomicInteger();
        return (head, out) ->
                out.write(answers[Math.min(turn.getAndIncrement(), answers.length - 1)].getBytes(ISO_8859_1));
    }

    public static String ok(String headers, String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n" + headers + "\r\n" + body;
    }

    public static String redirect(int status, String location) {
        return "HTTP/1.1 " + status + " Elsewhere\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
    }

    public void says(Script another) {
        script = another;
    }

    /** Heads of the requests so far. */
    public List<String> heads() {
        return requests.stream().map(Request::head).toList();
    }

    /** The requests so far. */
    List<Request> requests() {
        return List.copyOf(requests);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(socket.getInetAddress(), port());
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            String head = head(connection.getInputStream());
            byte[] body = connection.getInputStream().readNBytes(length(head));
            requests.add(new Request(head, new String(body, UTF_8)));
            script.answer(head, connection.getOutputStream());
            connection.shutdownOutput();
        } catch (IOException | InterruptedException e) {
            // The client has gone, as some tests want.
        }
    }

    private static int length(String head) {
        Matcher length = LENGTH.matcher(head);
        return length.find() ? Integer.parseInt(length.group(1)) : 0;
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                break;
            }
            head.append((char) b);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
