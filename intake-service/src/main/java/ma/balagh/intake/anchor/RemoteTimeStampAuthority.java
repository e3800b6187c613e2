package ma.balagh.intake.anchor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a time-stamping authority over HTTP (RFC 3161, section 3.4). */
final class RemoteTimeStampAuthority implements TimeStampAuthority {

    /** An answer with the certificates of a long chain is a tenth of it. */
    private static final long MAX_ANSWER = 64 * 1024;

    private final URI address;
    private final Duration timeout;
    private final HttpClient http;

    RemoteTimeStampAuthority(URI address, Duration timeout) {
        if (!"https".equals(address.getScheme()) && !"http".equals(address.getScheme())) {
            throw new IllegalArgumentException("balagh.custody.tsa must be local or an address over http(s)");
        }
        this.address = address;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public byte[] answer(byte[] request) throws IOException {
        HttpRequest post = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", "application/timestamp-query")
                .header("Accept", "application/timestamp-reply")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(
                    post, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MAX_ANSWER));
            if (response.statusCode() != 200) {
                throw new IOException("the time-stamping authority answers " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the time-stamping authority was asked", e);
        }
    }
}
