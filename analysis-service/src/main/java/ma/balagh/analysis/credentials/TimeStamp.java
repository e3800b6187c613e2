package ma.balagh.analysis.credentials;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import ma.balagh.analysis.credentials.encoding.DamagedEncodingException;
import ma.balagh.analysis.credentials.encoding.HashAlgorithm;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * A time stamp (RFC 3161, signed as in RFC 5652): that an authority saw a signature at a time. Which authorities are to be
 * trusted is not known here.
 *
 * @param status of the C2PA specification, such as {@code timeStamp.validated}
 * @param time what it attests, where it is sound
 * @param authority who attests it, by its own certificate
 */
record TimeStamp(String status, Optional<Instant> time, String authority) {

    /** @param isResponse whether the authority's whole response stands there, as before version 2, or the token alone */
    record Stamped(byte[] token, boolean isResponse, byte[] stamped) {}

    static TimeStamp of(Stamped stamped) {
        try {
            return read(stamped);
        } catch (DamagedEncodingException
                | CMSException
                | CertificateException
                | IOException
                | ParseException
                | RuntimeException
                | StackOverflowError e) {
            // Bouncy Castle ends in any of these, the last for what is nested too deep.
            return unsound("timeStamp.malformed");
        }
    }

    private static TimeStamp unsound(String status) {
        return new TimeStamp(status, Optional.empty(), DisplayText.NOTHING);
    }

    private static TimeStamp read(Stamped stamped)
            throws DamagedEncodingException, CMSException, CertificateException, IOException, ParseException {
        var signed = new CMSSignedData(token(stamped));
        if (!signed.getSignedContentTypeOID().equals(PKCSObjectIdentifiers.id_ct_TSTInfo.getId())) {
            throw new DamagedEncodingException("something else than a time stamp");
        }
        TSTInfo info = TSTInfo.getInstance(signed.getSignedContent().getContent());
        SignerInformation signer = signed.getSignerInfos().iterator().next();
        X509Certificate authority = authority(signed, signer);
        if (!isImprint(info.getMessageImprint(), stamped.stamped()) || !isSigned(signer, authority)) {
            return unsound("timeStamp.mismatch");
        }
        Instant time = info.getGenTime().getDate().toInstant().truncatedTo(ChronoUnit.SECONDS);
        if (!new SignerCertificates(List.of(authority)).isValidAt(time)) {
            return unsound("timeStamp.outsideValidity");
        }
        return new TimeStamp(
                "timeStamp.validated", Optional.of(time), SignerCertificates.name(authority.getSubjectX500Principal()));
    }

    /** Whatever stands behind it is not read. */
    private static ContentInfo token(Stamped stamped) throws DamagedEncodingException, IOException {
        ASN1Primitive first = new ASN1InputStream(stamped.token()).readObject();
        if (!stamped.isResponse()) {
            return ContentInfo.getInstance(first);
        }
        TimeStampResp response = TimeStampResp.getInstance(first);
        // granted, or granted with modifications
        if (response.getStatus().getStatus().bitLength() > 1) {
            throw new DamagedEncodingException("no time stamp was granted");
        }
        return response.getTimeStampToken();
    }

    private static HashAlgorithm hash(ASN1ObjectIdentifier algorithm) throws DamagedEncodingException {
        return HashAlgorithm.identified(algorithm.getId())
                .orElseThrow(() -> new DamagedEncodingException("a digest that is not allowed"));
    }

    private static boolean isImprint(MessageImprint imprint, byte[] stamped) throws DamagedEncodingException {
        return hash(imprint.getHashAlgorithm().getAlgorithm())
                .matches(ByteBuffer.wrap(stamped), imprint.getHashedMessage());
    }

    /** The certificate that the signer's issuer and serial number, or its key's identifier, name. */
    @SuppressWarnings("unchecked") // Its selector is one of certificates.
    private static X509Certificate authority(CMSSignedData signed, SignerInformation signer)
            throws DamagedEncodingException, CertificateException, IOException {
        Collection<X509CertificateHolder> named = signed.getCertificates().getMatches(signer.getSID());
        for (X509CertificateHolder first : named) {
            return SignerCertificates.certificate(first.getEncoded());
        }
        throw new DamagedEncodingException("the authority's certificate is missing");
    }

    /** RFC 5652, 5.4: signed are the attributes, one of which is the digest of the content. */
    private static boolean isSigned(SignerInformation signer, X509Certificate authority)
            throws DamagedEncodingException {
        hash(signer.getDigestAlgorithmID().getAlgorithm());
        try {
            return signer.getSignedAttributes() != null
                    && signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(authority.getPublicKey()));
        } catch (CMSException | OperatorCreationException | RuntimeException notByThisKey) {
            return false;
        }
    }
}
