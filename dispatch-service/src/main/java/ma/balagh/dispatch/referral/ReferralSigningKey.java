package ma.balagh.dispatch.referral;

import eu.europa.esig.dss.model.x509.CertificateToken;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** The key that referral files are signed with, and its certificates; one that is published ends in {@code -local}. */
final class ReferralSigningKey {

    private static final String LOCAL_SUFFIX = "-local";
    private static final Pattern FRAME = Pattern.compile("-----[A-Z ]{1,40}-----|\\s");
    private static final String ALGORITHM = "SHA256withECDSA";
    private static final byte[] PROBE = "referral".getBytes(StandardCharsets.US_ASCII);

    private final PrivateKey key;
    private final List<CertificateToken> chain;
    private final String id;

    private ReferralSigningKey(PrivateKey key, List<CertificateToken> chain) throws GeneralSecurityException {
        this.key = key;
        this.chain = chain;
        this.id = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(certificate().getPublicKey().getEncoded()));
    }

    /** @throws IllegalArgumentException when they are no such key and certificate, or do not belong to each other */
    static ReferralSigningKey of(String key, String certificates) {
        try {
            var bytes =
                    Base64.getDecoder().decode(FRAME.matcher(withoutSuffix(key)).replaceAll(""));
            var signing = new ReferralSigningKey(
                    KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(bytes)), chain(certificates));
            if (!signing.isOfCertificate()) {
                throw new IllegalArgumentException("balagh.referral.certificate is of another key than signing-key");
            }
            return signing;
        } catch (GeneralSecurityException e) {
            // Its cause might quote the key.
            throw new IllegalArgumentException(
                    "balagh.referral.signing-key must be a P-256 key in PKCS#8 and balagh.referral.certificate its certificate ("
                            + e.getClass().getSimpleName() + ")");
        }
    }

    private static String withoutSuffix(String configured) {
        String text = configured.strip();
        return text.endsWith(LOCAL_SUFFIX) ? text.substring(0, text.length() - LOCAL_SUFFIX.length()) : text;
    }

    private static List<CertificateToken> chain(String configured) throws GeneralSecurityException {
        String text = configured.strip();
        byte[] encoded = text.startsWith("-----")
                ? text.getBytes(StandardCharsets.US_ASCII)
                : Base64.getMimeDecoder().decode(text);
        var read = CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(encoded));
        if (read.isEmpty()) {
            throw new IllegalArgumentException("balagh.referral.certificate has no certificate");
        }
        return read.stream()
                .map(certificate -> new CertificateToken((X509Certificate) certificate))
                .toList();
    }

    private boolean isOfCertificate() throws GeneralSecurityException {
        var verification = Signature.getInstance(ALGORITHM);
        verification.initVerify(certificate().getPublicKey());
        verification.update(PROBE);
        return verification.verify(sign(PROBE));
    }

    /** SHA-256 of the public key: what it is recognised by. */
    String id() {
        return id;
    }

    CertificateToken certificate() {
        return chain.getFirst();
    }

    List<CertificateToken> chain() {
        return chain;
    }

    byte[] sign(byte[] content) {
        return sign(ALGORITHM, content);
    }

    /** With r and s beside each other in place of ASN.1. */
    byte[] signPlain(byte[] content) {
        return sign(ALGORITHM + "inP1363Format", content);
    }

    private byte[] sign(String algorithm, byte[] content) {
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an ECDSA key signs", e);
        }
    }
}
