import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A GET that is answered with 200, over a plain socket: the service is what is measured, and a client that knows HTTP would
 * take from its processors.
 */
final class Request {

    private static final int AT_ONCE = 8;

    private final int port;
    private final byte[] bytes;

    private Request(int port, String path, String header) {
        this.port = port;
        this.bytes = "GET %s HTTP/1.1\r\nHost: localhost:%d\r\nAccept: application/json, text/html\r\n%s\r\n"
                .formatted(path, port, header)
                .getBytes(StandardCharsets.US_ASCII);
    }

    static Request of(int port, String path) {
        return new Request(port, path, "");
    }

    /** @param header lines that each end in CR LF */
    static Request with(int port, String path, String header) {
        return new Request(port, path, header);
    }

    static Request withToken(int port, String path, String token) {
        return new Request(port, path, "Authorization: Bearer " + token + "\r\n");
    }

    static Request withCookies(int port, String path, String cookies) {
        return new Request(port, path, "Cookie: " + cookies + "\r\n");
    }

    /** One attempt on a connection of its own. */
    boolean isAnswered() {
        try (Socket socket = connect()) {
            return once(socket, new BufferedInputStream(socket.getInputStream())) == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** How often it is answered in a second, by so many connections at once. */
    double rate(Duration time) throws Exception {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            Instant end = Instant.now().plus(time);
            long start = System.nanoTime();
            var counts = new ArrayList<Future<Integer>>();
            for (int i = 0; i < AT_ONCE; i++) {
                counts.add(threads.submit(() -> count(end)));
            }
            int all = 0;
            for (Future<Integer> count : counts) {
                all += count.get();
            }
            return all / ((System.nanoTime() - start) / 1e9);
        }
    }

    private int count(Instant end) throws IOException {
        try (Socket socket = connect()) {
            var in = new BufferedInputStream(socket.getInputStream());
            int count = 0;
            while (Instant.now().isBefore(end)) {
                int status = once(socket, in);
                if (status != 200) {
                    throw new IOException("port " + port + " answered " + status);
                }
                count++;
            }
            return count;
        }
    }

    Socket connect() throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2_000);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(60_000);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** @return the status */
    int once(Socket socket, InputStream in) throws IOException {
        socket.getOutputStream().write(bytes);
        int status = Integer.parseInt(line(in).split(" ")[1]);
        long length = 0;
        boolean chunked = false;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Long.parseLong(line.substring(15).strip());
            } else if (line.regionMatches(true, 0, "transfer-encoding: chunked", 0, 26)) {
                chunked = true;
            }
        }
        if (chunked) {
            for (int size = chunk(in); size > 0; size = chunk(in)) {
                in.skipNBytes(size + 2);
            }
            line(in);
        } else {
            in.skipNBytes(length);
        }
        return status;
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";")[0].strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
