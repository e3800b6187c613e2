package ma.balagh.intake.anchor;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/**
 * A time-stamping authority of our own, for the suite on one machine. Its stamps are made as an outside one's are, but
 * prove nothing to somebody who does not trust this service's clock.
 */
final class LocalTimeStampAuthority implements TimeStampAuthority {

    // A UUID of this project's own as an object identifier (X.667): that no policy is promised.
    private static final ASN1ObjectIdentifier POLICY =
            new ASN1ObjectIdentifier("2.25.303748302457262371095218934709203495217");

    private final LocalAuthorityKeyStore key;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    LocalTimeStampAuthority(LocalAuthorityKeyStore key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    @Override
    public byte[] answer(byte[] request) throws IOException {
        try {
            var generator = new TimeStampResponseGenerator(tokens(), TSPAlgorithms.ALLOWED);
            // A serial number that no other replica gives.
            var serial = new BigInteger(120, random);
            return generator
                    .generate(new TimeStampRequest(request), serial, Date.from(clock.instant()))
                    .getEncoded();
        } catch (TSPException | GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("the local time-stamping authority cannot stamp", e);
        }
    }

    private TimeStampTokenGenerator tokens()
            throws IOException, TSPException, GeneralSecurityException, OperatorCreationException {
        LocalAuthorityKeyStore.Pair pair = key.pair();
        var digests = new JcaDigestCalculatorProviderBuilder().build();
        var signer = new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", pair.key(), pair.certificate());
        // RFC 5816 (SHA-256 of the certificate) would need another generator; RFC 3161 names it by SHA-1.
        var certificateDigest = digests.get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1));
        var tokens = new TimeStampTokenGenerator(signer, certificateDigest, POLICY);
        tokens.addCertificates(new JcaCertStore(List.of(pair.certificate())));
        return tokens;
    }
}
