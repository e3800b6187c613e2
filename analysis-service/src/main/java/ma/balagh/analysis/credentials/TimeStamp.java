package ma.balagh.analysis.credentials;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.balagh.analysis.credentials.encoding.Damaged;
import ma.balagh.analysis.credentials.encoding.Der;
import ma.balagh.analysis.credentials.encoding.HashAlgorithm;

/**
 * A time stamp (RFC 3161, signed as in RFC 5652): that an authority saw a signature at a time. Which authorities are to be
 * trusted is not known here.
 *
 * @param status of the C2PA specification, such as {@code timeStamp.validated}
 * @param time what it attests, where it is sound
 * @param authority who attests it, by its own certificate
 */
record TimeStamp(String status, Optional<Instant> time, String authority) {

    private static final Pattern FRACTION = Pattern.compile("[.][0-9]++(?=Z$)");

    private static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
    private static final String TIME_STAMP = "1.2.840.113549.1.9.16.1.4";
    private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
    private static final String RSA = "1.2.840.113549.1.1.";
    private static final String EC = "1.2.840.10045.";
    private static final int MOST_CERTIFICATES = 16;

    /** @param isResponse whether the authority's whole response stands there, as before version 2, or the token alone */
    record Stamped(byte[] token, boolean isResponse, byte[] stamped) {}

    static TimeStamp of(Stamped stamped) {
        try {
            return read(stamped);
        } catch (Damaged | CertificateException | DateTimeException e) {
            return unsound("timeStamp.malformed");
        } catch (GeneralSecurityException | RuntimeException e) {
            return unsound("timeStamp.mismatch");
        }
    }

    private static TimeStamp unsound(String status) {
        return new TimeStamp(status, Optional.empty(), Told.NOTHING);
    }

    private static TimeStamp read(Stamped stamped) throws Damaged, GeneralSecurityException {
        Der outer =
                Der.read(ByteBuffer.wrap(stamped.token()).asReadOnlyBuffer()).expect(Der.SEQUENCE);
        if (stamped.isResponse()) {
            // granted, or granted with modifications
            if (outer.child(0).child(0).integer().bitLength() > 1) {
                throw new Damaged("no time stamp was granted");
            }
            outer = outer.child(1);
        }
        expect(outer.child(0), SIGNED_DATA);
        List<Der> signedData = outer.child(1).child(0).children();
        Der content = signedData.get(2);
        expect(content.child(0), TIME_STAMP);
        byte[] info = content.child(1).child(0).expect(Der.OCTETS).bytes();
        List<Der> fields = Der.read(ByteBuffer.wrap(info)).children();

        if (!isImprint(fields.get(2), stamped.stamped())) {
            return unsound("timeStamp.mismatch");
        }
        Der signerInfo = signedData.getLast().expect(Der.SET).child(0);
        X509Certificate authority = signer(signedData.get(3).expect(Der.PART), signerInfo);
        if (!isSigned(signerInfo, info, authority)) {
            return unsound("timeStamp.mismatch");
        }
        Instant time = time(fields.get(4).expect(Der.GENERALIZED_TIME).text());
        if (!new Signer(List.of(authority)).isValidAt(time)) {
            return unsound("timeStamp.outsideValidity");
        }
        return new TimeStamp(
                "timeStamp.validated", Optional.of(time), Signer.name(authority.getSubjectX500Principal()));
    }

    private static void expect(Der identifier, String oid) throws Damaged {
        if (!identifier.oid().equals(oid)) {
            throw new Damaged("something else than " + oid);
        }
    }

    private static HashAlgorithm hash(Der algorithm) throws Damaged {
        return HashAlgorithm.identified(algorithm.child(0).oid())
                .orElseThrow(() -> new Damaged("a digest that is not allowed"));
    }

    private static boolean isImprint(Der imprint, byte[] stamped) throws Damaged {
        return hash(imprint.child(0))
                .matches(
                        ByteBuffer.wrap(stamped),
                        imprint.child(1).expect(Der.OCTETS).bytes());
    }

    /** The certificate that the signer's issuer and serial number, or its key's identifier, name. */
    private static X509Certificate signer(Der certificates, Der signerInfo) throws Damaged, CertificateException {
        Der name = signerInfo.child(1).expect(Der.SEQUENCE);
        for (Der each :
                certificates.children().stream().limit(MOST_CERTIFICATES).toList()) {
            if (each.tag() != Der.SEQUENCE) {
                continue;
            }
            X509Certificate certificate = Signer.certificate(each.allBytes());
            if (certificate.getSerialNumber().equals(name.child(1).integer())
                    && MessageDigest.isEqual(
                            certificate.getIssuerX500Principal().getEncoded(),
                            name.child(0).allBytes())) {
                return certificate;
            }
        }
        throw new Damaged("the authority's certificate is missing");
    }

    /** RFC 5652, 5.4: signed are the attributes, one of which is the digest of the content. */
    private static boolean isSigned(Der signerInfo, byte[] info, X509Certificate authority)
            throws Damaged, GeneralSecurityException {
        List<Der> parts = new ArrayList<>(signerInfo.children());
        HashAlgorithm hash = hash(parts.get(2));
        Der attributes = parts.get(3).expect(Der.PART);
        boolean isDigested = false;
        for (Der attribute : attributes.children()) {
            if (attribute.child(0).oid().equals(MESSAGE_DIGEST)) {
                isDigested = hash.matches(
                        ByteBuffer.wrap(info),
                        attribute.child(1).child(0).expect(Der.OCTETS).bytes());
            }
        }
        byte[] signed = attributes.allBytes();
        signed[0] = Der.SET; // as which they are signed, whatever tag they stand under
        String algorithm = parts.get(4).child(0).oid();
        String key = algorithm.startsWith(RSA) ? "RSA" : algorithm.startsWith(EC) ? "ECDSA" : "";
        Signature check = Signature.getInstance(hash.inSignatureNames() + "with" + key);
        check.initVerify(authority.getPublicKey());
        check.update(signed);
        return isDigested && check.verify(parts.get(5).expect(Der.OCTETS).bytes());
    }

    /** Such as {@code 20240611120000.123Z}. */
    private static Instant time(String generalized) {
        String whole = FRACTION.matcher(generalized).replaceFirst("");
        return DateTimeFormatter.ofPattern("yyyyMMddHHmmssX").parse(whole, Instant::from);
    }
}
