package ma.balagh.verifier;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * Verifies signatures, time stamps and certificates. Functions of their arguments alone: a subclass may cache the
 * results.
 */
public class SignatureVerifier {

    /**
     * Whether it is an Ed25519 signature (RFC 8032) of that content.
     *
     * @param publicKey SubjectPublicKeyInfo in DER
     */
    public boolean isSigned(byte[] publicKey, byte[] content, byte[] signature) {
        try {
            Signature verification = Signature.getInstance("Ed25519");
            verification.initVerify(
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(publicKey)));
            verification.update(content);
            return verification.verify(signature);
        } catch (GeneralSecurityException noKeyOrSignature) {
            return false;
        }
    }

    /**
     * Reads an authority's answer (RFC 3161): granted, over the SHA-256 of that content, and signed with the certificate
     * that came with it, which is one for time stamps.
     *
     * @return nothing when it is not all that
     */
    public Optional<VerifiedTimeStamp> stamp(byte[] response, byte[] content) {
        try {
            TimeStampToken token = new TimeStampResponse(response).getTimeStampToken();
            return token == null ? Optional.empty() : sound(token, content);
        } catch (IOException | TSPException | RuntimeException | StackOverflowError hostile) {
            // The parser of ASN.1 ends in any of these, the last for what is nested too deep.
            return Optional.empty();
        }
    }

    /** The same of a stamp without the answer that it came in. */
    Optional<VerifiedTimeStamp> sound(TimeStampToken token, byte[] content) {
        if (!isOver(token, content)) {
            return Optional.empty();
        }
        try {
            List<X509CertificateHolder> all = holders(token);
            X509CertificateHolder signer = all.stream()
                    .filter(token.getSID()::match)
                    .findFirst()
                    .orElseThrow(() -> new TSPException("the certificate is missing"));
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
            var converter = new JcaX509CertificateConverter();
            var others = new ArrayList<X509Certificate>();
            for (X509CertificateHolder each : all) {
                others.add(converter.getCertificate(each));
            }
            return Optional.of(new VerifiedTimeStamp(
                    token.getTimeStampInfo().getGenTime().toInstant(), converter.getCertificate(signer), others));
        } catch (TSPException
                | OperatorCreationException
                | GeneralSecurityException
                | RuntimeException
                | StackOverflowError hostile) {
            return Optional.empty();
        }
    }

    /** Whether the authority's certificate is one of those, or issued under one of them, at the time of the stamp. */
    public boolean isTrusted(VerifiedTimeStamp stamp, List<X509Certificate> trusted) {
        if (trusted.contains(stamp.signer())) {
            return true;
        }
        if (trusted.isEmpty()) {
            return false;
        }
        try {
            var target = new X509CertSelector();
            target.setCertificate(stamp.signer());
            var parameters = new PKIXBuilderParameters(
                    trusted.stream().map(each -> new TrustAnchor(each, null)).collect(Collectors.toSet()), target);
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(stamp.others())));
            // Offline: whether a certificate was revoked is for the reader to ask.
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(stamp.at()));
            return CertPathBuilder.getInstance("PKIX").build(parameters).getCertPath() != null;
        } catch (GeneralSecurityException noPath) {
            return false;
        }
    }

    private static boolean isOver(TimeStampToken token, byte[] content) {
        return NISTObjectIdentifiers.id_sha256.equals(token.getTimeStampInfo().getMessageImprintAlgOID())
                && Arrays.equals(
                        token.getTimeStampInfo().getMessageImprintDigest(),
                        Sha256Hasher.start().digest(content));
    }

    private static List<X509CertificateHolder> holders(TimeStampToken token) {
        var holders = new ArrayList<X509CertificateHolder>();
        for (X509CertificateHolder each : token.getCertificates().getMatches(null)) {
            holders.add(each);
        }
        return holders;
    }
}
