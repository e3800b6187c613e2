package ma.balagh.intake.anchor;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.jboss.logging.Logger;

/** Obtains time stamps from the authority of balagh.custody.tsa, and accepts only valid ones. */
@ApplicationScoped
class TimeStampService {

    private static final Logger LOG = Logger.getLogger(TimeStampService.class);

    /**
     * A sound answer.
     *
     * @param at the authority's time
     * @param response TimeStampResp in DER, with the authority's certificate
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Stamp(Instant at, byte[] response) {}

    private final TimeStampAuthority authority;
    private final SecureRandom random = new SecureRandom();

    TimeStampService(AnchorConfig config, Clock clock) {
        this.authority = config.tsa().equals("local")
                ? new LocalTimeStampAuthority(new LocalAuthorityKeyStore(config.tsaDirectory(), clock), clock)
                : new RemoteTimeStampAuthority(URI.create(config.tsa()), config.tsaTimeout());
    }

    /** Refuses a wrong address when the service starts. */
    void check(@Observes StartupEvent start) {
        LOG.infof("time stamps come from %s", authority.getClass().getSimpleName());
    }

    /** @throws IOException when the authority is away, or its answer is not one to this question */
    Stamp stamp(byte[] content) throws IOException {
        try {
            var requests = new TimeStampRequestGenerator();
            requests.setCertReq(true);
            TimeStampRequest request = requests.generate(
                    NISTObjectIdentifiers.id_sha256,
                    MessageDigest.getInstance("SHA-256").digest(content),
                    new BigInteger(64, random));
            byte[] answer = authority.answer(request.getEncoded());
            var response = new TimeStampResponse(answer);
            // Status, digest and nonce.
            response.validate(request);
            TimeStampToken token = response.getTimeStampToken();
            if (token == null) {
                throw new IOException("the time-stamping authority refuses: " + response.getStatusString());
            }
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate(token)));
            return new Stamp(token.getTimeStampInfo().getGenTime().toInstant(), answer);
        } catch (TSPException | GeneralSecurityException | OperatorCreationException | RuntimeException e) {
            throw new IOException("the time-stamping authority's answer is not sound", e);
        }
    }

    /** The certificates that came with a stamp that was taken, in DER. */
    static List<byte[]> certificates(byte[] response) {
        try {
            var certificates = new ArrayList<byte[]>();
            var token = new TimeStampResponse(response).getTimeStampToken();
            for (X509CertificateHolder each : token.getCertificates().getMatches(null)) {
                certificates.add(each.getEncoded());
            }
            return certificates;
        } catch (TSPException | IOException e) {
            throw new IllegalStateException("a stamp that was sound can be read", e);
        }
    }

    @SuppressWarnings("unchecked") // Its selector is one of certificates.
    private static X509CertificateHolder certificate(TimeStampToken token) throws IOException {
        Collection<X509CertificateHolder> signers = token.getCertificates().getMatches(token.getSID());
        return signers.stream()
                .findFirst()
                .orElseThrow(() -> new IOException("the time-stamping authority left its certificate out"));
    }
}
