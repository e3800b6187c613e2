package ma.balagh.fetch;

import java.io.IOException;
import java.net.Socket;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import ma.balagh.fetch.FetchOutcome.TlsPeer;

/** Starts TLS on a connection to a checked address, and requires the certificate of the requested name. */
final class TlsConnector {

    private static final int LONGEST_SUBJECT = 1000;

    private TlsConnector() {}

    static SSLSocket handshake(FetchAddress address, Socket socket, SSLSocketFactory factory)
            throws IOException, FetchFailedException {
        String host = address.host().text();
        boolean literal = address.host().literal() != null;
        String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        var connection = (SSLSocket) factory.createSocket(socket, name, address.port(), true);
        SSLParameters parameters = connection.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        // A name with an underscore is none for SNI; its certificate is checked nevertheless.
        parameters.setServerNames(literal || host.indexOf('_') >= 0 ? List.of() : List.of(new SNIHostName(host)));
        connection.setSSLParameters(parameters);
        try {
            connection.startHandshake();
            return connection;
        } catch (SSLException e) {
            if (isAboutTheCertificate(e)) {
                throw new FetchFailedException(
                        UnobtainableReason.UNTRUSTED_CERTIFICATE, String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    static TlsPeer peer(SSLSession session) throws SSLPeerUnverifiedException {
        if (!(session.getPeerCertificates()[0] instanceof X509Certificate leaf)) {
            throw new SSLPeerUnverifiedException("not an X.509 certificate");
        }
        try {
            String subject = leaf.getSubjectX500Principal().getName();
            return new TlsPeer(
                    session.getProtocol(),
                    subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject,
                    HexFormat.of().formatHex(BodyReader.sha256().digest(leaf.getEncoded())));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was received has an encoding", e);
        }
    }

    private static boolean isAboutTheCertificate(SSLException failure) {
        return Stream.<Throwable>iterate(failure, e -> e != null, Throwable::getCause)
                .limit(20)
                .anyMatch(e -> e instanceof CertificateException);
    }
}
