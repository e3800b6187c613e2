package ma.balagh.analysis.credentials;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/**
 * The certificates of a signature, the signer's first. No trust list is consulted, so they prove nothing about the
 * signer's identity.
 */
record SignerCertificates(List<X509Certificate> chain) {

    private static final int DIGITAL_SIGNATURE = 0;

    X509Certificate certificate() {
        return chain.getFirst();
    }

    String name() {
        return name(certificate().getSubjectX500Principal());
    }

    String issuer() {
        return name(certificate().getIssuerX500Principal());
    }

    /** Not an authority's own certificate, nor one for something other than signatures. */
    boolean maySign() {
        boolean[] usage = certificate().getKeyUsage();
        return certificate().getBasicConstraints() < 0 && (usage == null || usage[DIGITAL_SIGNATURE]);
    }

    boolean isValidAt(Instant time) {
        return chain.stream()
                .allMatch(each -> !time.isBefore(each.getNotBefore().toInstant())
                        && !time.isAfter(each.getNotAfter().toInstant()));
    }

    static X509Certificate certificate(byte[] encoded) throws CertificateException {
        var factory = CertificateFactory.getInstance("X.509");
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(encoded));
    }

    /** Organisation and common name, as far as there are such. */
    static String name(X500Principal principal) {
        String organisation = "";
        String common = "";
        try {
            for (Rdn part : new LdapName(principal.getName()).getRdns()) {
                if (part.getValue() instanceof String value) {
                    organisation = part.getType().equalsIgnoreCase("O") ? value : organisation;
                    common = part.getType().equalsIgnoreCase("CN") ? value : common;
                }
            }
        } catch (InvalidNameException e) {
            return DisplayText.by(principal.getName());
        }
        if (organisation.isEmpty() || common.isEmpty() || organisation.equals(common)) {
            String either = organisation.isEmpty() ? common : organisation;
            return DisplayText.by(either.isEmpty() ? principal.getName() : either);
        }
        return DisplayText.by(organisation + " (" + common + ")");
    }
}
