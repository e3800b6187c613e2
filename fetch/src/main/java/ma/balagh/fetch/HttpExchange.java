package ma.balagh.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import ma.balagh.fetch.FetchOutcome.Answer;
import ma.balagh.fetch.FetchOutcome.Header;
import ma.balagh.fetch.FetchOutcome.Progress;
import ma.balagh.fetch.FetchOutcome.TlsPeer;
import ma.balagh.fetch.FetchRequest.Validators;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnectionFactory;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.jspecify.annotations.Nullable;

/**
 * One request on one connection, which goes to an address that was checked and is used for nothing else. The connection
 * is made here and handed to the protocol library, so that no second look at the name, no pool and no proxy of the
 * environment can come between the check and the connection.
 */
final class HttpExchange implements AutoCloseable {

    private static final int LONGEST_HEAD = 1 << 16;

    /** A name may have many addresses; a server that cannot be reached at some of them is down. */
    private static final int MOST_TRIES = 4;

    private static final DefaultBHttpClientConnectionFactory CONNECTIONS = DefaultBHttpClientConnectionFactory.builder()
            .http1Config(Http1Config.custom()
                    .setMaxLineLength(16 << 10)
                    .setMaxHeaderCount(128)
                    .setMaxEmptyLineCount(4)
                    .setBufferSize(16 << 10)
                    .build())
            .build();

    private static final HttpRequestExecutor EXECUTOR = new HttpRequestExecutor();

    private final Socket socket;
    private final Answer answer;
    private final @Nullable InputStream body;

    private HttpExchange(Socket socket, Answer answer, @Nullable InputStream body) {
        this.socket = socket;
        this.answer = answer;
        this.body = body;
    }

    /** Asks; the caller closes what it gets. */
    static HttpExchange ask(
            FetchAddress address,
            List<InetSocketAddress> targets,
            @Nullable Validators known,
            @Nullable Progress begun,
            SSLSocketFactory tls,
            FetchDeadline deadline)
            throws FetchFailedException, InterruptedException {
        return send(address, targets, request(address, known, begun), tls, deadline);
    }

    /** Sends JSON; the caller closes what it gets. */
    static HttpExchange post(
            FetchAddress address,
            List<InetSocketAddress> targets,
            List<Header> headers,
            byte[] json,
            SSLSocketFactory tls,
            FetchDeadline deadline)
            throws FetchFailedException, InterruptedException {
        var request = request(Method.POST, address);
        headers.forEach(header -> request.addHeader(header.name(), header.value()));
        request.addHeader("Content-Type", "application/json");
        request.addHeader("Content-Length", json.length);
        request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
        return send(address, targets, request, tls, deadline);
    }

    private static HttpExchange send(
            FetchAddress address,
            List<InetSocketAddress> targets,
            ClassicHttpRequest request,
            SSLSocketFactory tls,
            FetchDeadline deadline)
            throws FetchFailedException, InterruptedException {
        Socket socket = connect(targets, deadline.connectTime(), deadline);
        boolean asked = false;
        try {
            deadline.asking();
            HttpExchange exchange =
                    address.secure() ? secure(address, request, socket, tls) : exchange(request, socket, socket, null);
            asked = true;
            return exchange;
        } catch (SSLException e) {
            deadline.requireTime();
            throw new FetchFailedException(TransientReason.TLS_FAILED, String.valueOf(e.getMessage()));
        } catch (IOException | HttpException | RuntimeException e) {
            deadline.requireTime();
            throw new FetchFailedException(TransientReason.BROKEN_ANSWER, e.toString());
        } finally {
            if (!asked) {
                close(socket);
            }
        }
    }

    private static Socket connect(List<InetSocketAddress> targets, Duration time, FetchDeadline deadline)
            throws FetchFailedException, InterruptedException {
        String last = "";
        for (InetSocketAddress target : targets.subList(0, Math.min(targets.size(), MOST_TRIES))) {
            // Without NO_PROXY the connection would go wherever the system property socksProxyHost says.
            var socket = new Socket(Proxy.NO_PROXY);
            try {
                deadline.connecting(socket);
                socket.connect(target, Math.toIntExact(time.toMillis()));
                return socket;
            } catch (IOException e) {
                close(socket);
                deadline.requireTime();
                last = target + ": " + e.getMessage();
            }
        }
        throw new FetchFailedException(TransientReason.NOT_REACHED, last);
    }

    private static HttpExchange secure(
            FetchAddress address, ClassicHttpRequest request, Socket socket, SSLSocketFactory tls)
            throws IOException, HttpException, FetchFailedException {
        var connection = TlsConnector.handshake(address, socket, tls);
        return exchange(request, socket, connection, TlsConnector.peer(connection.getSession()));
    }

    private static HttpExchange exchange(
            ClassicHttpRequest request, Socket socket, Socket connection, @Nullable TlsPeer peer)
            throws IOException, HttpException, FetchFailedException {
        @SuppressWarnings("resource") // the socket below it is closed
        var http = CONNECTIONS.createConnection(connection);
        ClassicHttpResponse response = EXECUTOR.execute(request, http, HttpCoreContext.create());
        List<Header> headers = headers(response);
        var answer = new Answer(
                response.getCode(),
                String.valueOf(response.getVersion()),
                headers,
                (InetSocketAddress) socket.getRemoteSocketAddress(),
                peer);
        var entity = response.getEntity();
        return new HttpExchange(socket, answer, entity == null ? null : entity.getContent());
    }

    private static ClassicHttpRequest request(
            FetchAddress address, @Nullable Validators known, @Nullable Progress begun) {
        var request = request(Method.GET, address);
        if (known != null && known.entityTag() != null) {
            request.addHeader("If-None-Match", known.entityTag());
        }
        if (known != null && known.lastModified() != null) {
            request.addHeader("If-Modified-Since", known.lastModified());
        }
        if (begun != null) {
            request.addHeader("Range", "bytes=" + begun.bytes() + "-");
            request.addHeader("If-Range", begun.validator());
        }
        return request;
    }

    private static ClassicHttpRequest request(Method method, FetchAddress address) {
        var request = new BasicClassicHttpRequest(method, (HttpHost) null, address.target());
        request.addHeader("Host", address.authority());
        request.addHeader("User-Agent", "Balagh-Intake/1");
        request.addHeader("Accept", "*/*");
        // What is not compressed cannot be a bomb, and is byte for byte what was published.
        request.addHeader("Accept-Encoding", "identity");
        request.addHeader("Connection", "close");
        return request;
    }

    private static List<Header> headers(ClassicHttpResponse response) throws FetchFailedException {
        long length = 0;
        for (var header : response.getHeaders()) {
            length += header.getName().length()
                    + String.valueOf(header.getValue()).length();
        }
        if (length > LONGEST_HEAD) {
            throw new FetchFailedException(TransientReason.BROKEN_ANSWER, "its head has %d bytes".formatted(length));
        }
        return List.of(response.getHeaders()).stream()
                .map(header -> new Header(header.getName(), header.getValue() == null ? "" : header.getValue()))
                .toList();
    }

    Answer answer() {
        return answer;
    }

    InputStream body() {
        return body == null ? InputStream.nullInputStream() : body;
    }

    @Override
    public void close() {
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no more use either way.
        }
    }
}
