package ma.balagh.dispatch.referral;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** Asks a time-stamping authority over HTTP (RFC 3161, section 3.4). DSS verifies what is stamped. */
final class TimeStampClient implements TSPSource {

    private static final long serialVersionUID = 1L;

    /** An answer with the certificates of a long chain is a tenth of it. */
    private static final long MAX_ANSWER = 64 * 1024;

    private static final int NONCE_BITS = 64;

    private final URI address;
    private final Duration timeout;
    private final transient HttpClient http;
    private final transient SecureRandom random = new SecureRandom();

    TimeStampClient(URI address, Duration timeout) {
        if (!"https".equals(address.getScheme()) && !"http".equals(address.getScheme())) {
            throw new IllegalArgumentException("balagh.referral.tsa must be an address over http(s)");
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
    public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
        try {
            var requests = new TimeStampRequestGenerator();
            requests.setCertReq(true);
            TimeStampRequest request = requests.generate(
                    new ASN1ObjectIdentifier(algorithm.getOid()), digest, new BigInteger(NONCE_BITS, random));
            var response = new TimeStampResponse(answer(request.getEncoded()));
            // Status, digest and nonce.
            response.validate(request);
            var token = response.getTimeStampToken();
            if (token == null) {
                throw new DSSException("the time-stamping authority refuses: " + response.getStatusString());
            }
            return new TimestampBinary(token.getEncoded());
        } catch (IOException | TSPException e) {
            throw new DSSException("the time-stamping authority gives no sound answer", e);
        }
    }

    private byte[] answer(byte[] request) throws IOException {
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
