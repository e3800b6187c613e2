package ma.balagh.verifier;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** Verifies detached CAdES signatures (ETSI EN 319 122-1) of the levels B-B and B-T. */
final class CadesVerifier {

    /**
     * A sound signature.
     *
     * @param signer the certificate that it names
     * @param stamped whether it has a time stamp
     * @param stamp that time stamp, where it is sound
     */
    record VerifiedSignature(X509Certificate signer, boolean stamped, Optional<VerifiedTimeStamp> stamp) {}

    private final SignatureVerifier cryptography;

    CadesVerifier(SignatureVerifier cryptography) {
        this.cryptography = cryptography;
    }

    /** @return nothing when it is no signature of that content by the one certificate that it names and brings */
    Optional<VerifiedSignature> verify(byte[] signature, byte[] content) {
        try {
            var cms = new CMSSignedData(new CMSProcessableByteArray(content), signature);
            if (cms.getSignerInfos().size() != 1) {
                return Optional.empty();
            }
            SignerInformation signer =
                    cms.getSignerInfos().getSigners().iterator().next();
            @SuppressWarnings("unchecked") // Its selector is one of certificates.
            Collection<X509CertificateHolder> named = cms.getCertificates().getMatches(signer.getSID());
            if (named.size() != 1) {
                return Optional.empty();
            }
            X509CertificateHolder holder = named.iterator().next();
            X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(holder);
            boolean sound = isNamed(signer, holder.getEncoded())
                    && signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
            return sound ? Optional.of(stamped(certificate, signer)) : Optional.empty();
        } catch (CMSException
                | IOException
                | TSPException
                | OperatorCreationException
                | GeneralSecurityException
                | RuntimeException
                | StackOverflowError hostile) {
            // The parser of ASN.1 ends in any of these, the last for what is nested too deep.
            return Optional.empty();
        }
    }

    /** The signed attribute that ties the certificate to the signature: no other one with the same key can be put there. */
    private static boolean isNamed(SignerInformation signer, byte[] certificate) {
        if (signer.getSignedAttributes() == null) {
            return false;
        }
        Attribute named = signer.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (named == null) {
            return false;
        }
        var first = SigningCertificateV2.getInstance(named.getAttrValues().getObjectAt(0))
                .getCerts()[0];
        return NISTObjectIdentifiers.id_sha256.equals(first.getHashAlgorithm().getAlgorithm())
                && Arrays.equals(first.getCertHash(), Sha256Hasher.start().digest(certificate));
    }

    private VerifiedSignature stamped(X509Certificate certificate, SignerInformation signer)
            throws TSPException, IOException {
        Attribute stamp = signer.getUnsignedAttributes() == null
                ? null
                : signer.getUnsignedAttributes().get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (stamp == null) {
            return new VerifiedSignature(certificate, false, Optional.empty());
        }
        var token =
                new TimeStampToken(ContentInfo.getInstance(stamp.getAttrValues().getObjectAt(0)));
        return new VerifiedSignature(certificate, true, cryptography.sound(token, signer.getSignature()));
    }
}
