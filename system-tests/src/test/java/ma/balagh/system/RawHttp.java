package ma.balagh.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sends bytes as they are over a connection of their own, which no library would do. */
final class RawHttp {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int LONGEST_ANSWER = 1 << 20;

    private RawHttp() {}

    /** @param line and headers are written in Latin-1, so that any byte can be sent */
    record Request(String line, List<Header> headers, byte[] body) {

        Request with(String name, @Nullable String value) {
            var changed = new ArrayList<>(headers.stream()
                    .filter(header -> !header.name().equalsIgnoreCase(name))
                    .toList());
            if (value != null) {
                changed.add(new Header(name, value));
            }
            return new Request(line, changed, body);
        }

        Request withLine(String other) {
            return new Request(other, headers, body);
        }

        Request withBody(byte[] other) {
            return new Request(line, headers, other);
        }

        byte[] bytes(int port) {
            var bytes = new ByteArrayOutputStream();
            var head = new StringBuilder(line)
                    .append(" HTTP/1.1\r\nHost: localhost:")
                    .append(port)
                    .append("\r\nConnection: close\r\n");
            headers.forEach(header -> head.append(header.name())
                    .append(": ")
                    .append(header.value())
                    .append("\r\n"));
            if (!line.startsWith("GET ") && !line.startsWith("HEAD ")) {
                head.append("Content-Length: ").append(body.length).append("\r\n");
            }
            bytes.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
            bytes.writeBytes(body);
            return bytes.toByteArray();
        }

        /** For a person who wants to try it again, without the token. */
        String readable() {
            var text = new StringBuilder(shortened(line));
            headers.stream()
                    .filter(header -> !header.name().equals("Authorization")
                            && !header.name().equals("Cookie"))
                    .forEach(header -> text.append(" | ")
                            .append(header.name())
                            .append(": ")
                            .append(shortened(header.value())));
            return text.append(" | ")
                    .append(shortened(new String(body, ISO_8859_1)))
                    .toString();
        }

        private static String shortened(String text) {
            var shown = text.length() > 160 ? text.substring(0, 160) + "… (" + text.length() + ")" : text;
            var printable = new StringBuilder();
            shown.chars()
                    .forEach(character -> printable.append(
                            character < ' ' || character == 127 ? "\\x%02x".formatted(character) : (char) character));
            return printable.toString();
        }
    }

    record Header(String name, String value) {}

    /**
     * @param status 0 when the connection was closed without an answer
     * @param body of a refusal; what succeeded is not read
     */
    record Answer(int status, Map<String, String> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    static Answer send(int port, Request request) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("localhost", port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(request.bytes(port));
            } catch (IOException refusedHalfway) {
                // The answer may have come before.
            }
            return read(socket.getInputStream());
        }
    }

    private static Answer read(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return new Answer(0, Map.of(), head.toString());
            }
            head.append((char) next);
        }
        var lines = head.toString().split("\r\n");
        var status = Integer.parseInt(lines[0].substring(9, 12));
        var headers = new TreeMap<String, String>();
        for (int i = 1; i < lines.length; i++) {
            var colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        if (status == 100) {
            return read(in);
        }
        return new Answer(status, headers, status < 400 ? "" : body(in, headers));
    }

    private static String body(InputStream in, Map<String, String> headers) throws IOException {
        var length = headers.get("content-length");
        var bytes = in.readNBytes(length == null ? LONGEST_ANSWER : Integer.parseInt(length));
        return new String(bytes, UTF_8);
    }
}
