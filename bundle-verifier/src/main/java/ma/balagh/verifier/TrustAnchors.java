package ma.balagh.verifier;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The keys and authorities that the reader trusts, from elsewhere than the bundle.
 *
 * @param keys SHA-256 of the public keys of those who sign, in lower-case hexadecimal digits
 * @param authorities certificates of time-stamping authorities, or of who issues theirs
 */
public record TrustAnchors(Set<String> keys, List<X509Certificate> authorities) {

    /** Nobody: what was changed is found out, but not who signed. */
    public static final TrustAnchors NOBODY = new TrustAnchors(Set.of(), List.of());

    public TrustAnchors {
        keys = Set.copyOf(keys);
        authorities = List.copyOf(authorities);
    }

    /** The name by which a public key is trusted; of each in a PEM file. */
    static List<String> keysIn(byte[] pem) {
        return PemReader.publicKeys(pem).stream().map(Sha256Hasher::hex).toList();
    }

    /** Of PEM, or of one certificate in DER. */
    static List<X509Certificate> certificatesIn(byte[] file) throws CertificateException {
        boolean isPem = file.length > 0 && file[0] == '-';
        boolean isDer = file.length > 0 && file[0] == 0x30;
        if (!isPem && !isDer) {
            // Not out of a bundle, which has certificates in it, too.
            throw new CertificateException("it is no certificate in PEM or DER");
        }
        var certificates = new ArrayList<X509Certificate>();
        for (byte[] der : isPem ? PemReader.certificates(file) : List.of(file)) {
            certificates.add(certificate(der));
        }
        return certificates;
    }

    private static X509Certificate certificate(byte[] der) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }
}
