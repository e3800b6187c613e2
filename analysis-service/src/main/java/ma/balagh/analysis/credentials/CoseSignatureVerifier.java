package ma.balagh.analysis.credentials;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ma.balagh.analysis.credentials.encoding.CborItem;
import ma.balagh.analysis.credentials.encoding.CborReader;
import ma.balagh.analysis.credentials.encoding.DamagedEncodingException;
import ma.balagh.analysis.credentials.encoding.HashAlgorithm;

/** A COSE_Sign1 (RFC 9052) with the restrictions of the C2PA specification 2.2, 13.2. */
final class CoseSignatureVerifier {

    private static final int SIGN1 = 18;
    private static final int MOST_CERTIFICATES = 16;
    private static final int SMALLEST_RSA = 2048;
    private static final int LARGEST_RSA = 16384;

    private static final CborItem ALGORITHM = new CborItem.Whole(1);
    private static final CborItem CERTIFICATES = new CborItem.Whole(33);
    private static final CborItem CERTIFICATES_BY_NAME = new CborItem.Text("x5chain");

    private final CborItem.Bytes protectedBytes;
    private final CborItem protectedHeader;
    private final CborItem header;
    private final CborItem payload;
    private final byte[] signature;

    private CoseSignatureVerifier(CborItem.Bytes protectedBytes, CborItem header, CborItem payload, byte[] signature)
            throws DamagedEncodingException {
        this.protectedBytes = protectedBytes;
        this.protectedHeader = protectedBytes.window().hasRemaining()
                ? CborReader.read(protectedBytes.window())
                : new CborItem.Entries(Map.of());
        this.header = header;
        this.payload = payload;
        this.signature = signature;
    }

    static CoseSignatureVerifier read(ByteBuffer bytes) throws CredentialRejectedException {
        try {
            CborItem item = CborReader.read(bytes);
            CborItem sign1 = item instanceof CborItem.Tagged tagged && tagged.tag() == SIGN1 ? tagged.value() : item;
            if (sign1 instanceof CborItem.Items(List<CborItem> parts)
                    && parts.size() == 4
                    && parts.get(0) instanceof CborItem.Bytes protectedBytes
                    && parts.get(1) instanceof CborItem.Entries header
                    && parts.get(3) instanceof CborItem.Bytes signature) {
                return new CoseSignatureVerifier(protectedBytes, header, parts.get(2), signature.copy());
            }
        } catch (DamagedEncodingException e) {
            throw CredentialRejectedException.signature("claimSignature.mismatch");
        }
        throw CredentialRejectedException.signature("claimSignature.mismatch");
    }

    /** Exactly one chain, in either header; two could name two signers. */
    SignerCertificates signer() throws CredentialRejectedException {
        List<CborItem> chains = Stream.of(protectedHeader, header)
                .flatMap(each -> Stream.of(each.at(CERTIFICATES), each.at(CERTIFICATES_BY_NAME)))
                .flatMap(Optional::stream)
                .toList();
        if (chains.size() != 1) {
            throw CredentialRejectedException.signature("signingCredential.invalid");
        }
        List<CborItem> encoded =
                chains.getFirst() instanceof CborItem.Items items ? items.values() : List.of(chains.getFirst());
        var certificates = new ArrayList<X509Certificate>();
        for (CborItem each : encoded.stream().limit(MOST_CERTIFICATES).toList()) {
            try {
                certificates.add(SignerCertificates.certificate(each.asBytes().orElse(new byte[0])));
            } catch (CertificateException | RuntimeException noCertificate) {
                throw CredentialRejectedException.signature("signingCredential.invalid");
            }
        }
        var signer = new SignerCertificates(List.copyOf(certificates));
        if (certificates.isEmpty() || !signer.maySign()) {
            throw CredentialRejectedException.signature("signingCredential.invalid");
        }
        return signer;
    }

    void verify(SignerCertificates signer, ByteBuffer claim) throws CredentialRejectedException {
        // a payload within could differ from the claim that everything else is read from
        if (!payload.isNothing()
                && !(payload instanceof CborItem.Bytes own && own.window().equals(claim))) {
            throw CredentialRejectedException.signature("claimSignature.mismatch");
        }
        long algorithm = protectedHeader.at(ALGORITHM).orElse(null) instanceof CborItem.Whole whole ? whole.value() : 0;
        try {
            PublicKey key = signer.certificate().getPublicKey();
            Signature check = check(algorithm, key);
            check.initVerify(key);
            check.update(toBeSigned("Signature1", claim));
            if (!check.verify(signature)) {
                throw CredentialRejectedException.signature("claimSignature.mismatch");
            }
        } catch (GeneralSecurityException | RuntimeException wrongOfItsKind) {
            throw CredentialRejectedException.signature("claimSignature.mismatch");
        }
    }

    /** Algorithms by the numbers of RFC 9053; ECDSA goes with any of the three curves. */
    private Signature check(long algorithm, PublicKey key)
            throws GeneralSecurityException, CredentialRejectedException {
        return switch (Math.clamp(algorithm, -100, 0)) {
            case -7 -> ecdsa(HashAlgorithm.SHA256, key);
            case -35 -> ecdsa(HashAlgorithm.SHA384, key);
            case -36 -> ecdsa(HashAlgorithm.SHA512, key);
            case -37 -> pss(MGF1ParameterSpec.SHA256, 32, key);
            case -38 -> pss(MGF1ParameterSpec.SHA384, 48, key);
            case -39 -> pss(MGF1ParameterSpec.SHA512, 64, key);
            case -8 -> {
                if (!(key instanceof EdECPublicKey edwards)
                        || !edwards.getParams().getName().equals("Ed25519")) {
                    throw CredentialRejectedException.signature("signingCredential.invalid");
                }
                yield Signature.getInstance("Ed25519");
            }
            default -> throw CredentialRejectedException.unsupported("algorithm.unsupported", "COSE " + algorithm);
        };
    }

    /** Two numbers of the curve's length side by side; early writers left them in DER, which says the same. */
    private Signature ecdsa(HashAlgorithm hash, PublicKey key)
            throws GeneralSecurityException, CredentialRejectedException {
        if (!(key instanceof ECPublicKey curve)) {
            throw CredentialRejectedException.signature("signingCredential.invalid");
        }
        int length = (curve.getParams().getOrder().bitLength() + 7) / 8;
        String format = signature.length == 2 * length ? "inP1363Format" : "";
        return Signature.getInstance(hash.inSignatureNames() + "withECDSA" + format);
    }

    private static Signature pss(MGF1ParameterSpec mask, int salt, PublicKey key)
            throws GeneralSecurityException, CredentialRejectedException {
        BigInteger modulus = key instanceof RSAPublicKey rsa ? rsa.getModulus() : BigInteger.ZERO;
        if (modulus.bitLength() < SMALLEST_RSA || modulus.bitLength() > LARGEST_RSA) {
            throw CredentialRejectedException.signature("signingCredential.invalid");
        }
        Signature check = Signature.getInstance("RSASSA-PSS");
        check.setParameter(new PSSParameterSpec(mask.getDigestAlgorithm(), "MGF1", mask, salt, 1));
        return check;
    }

    /** What a time stamp stamps: the signature since version 2 of them, the claim before (specification 2.2, 10.3.2.5). */
    Optional<TimeStamp.Stamped> timeStamp(ByteBuffer claim) {
        List<CborItem> signatures =
                header.at("sigTst2").map(each -> each.items("tstTokens")).orElse(List.of());
        if (!signatures.isEmpty()) {
            var bytes = new ByteArrayOutputStream();
            write(bytes, 2, signature);
            return token(signatures, false, ByteBuffer.wrap(bytes.toByteArray()));
        }
        return token(header.at("sigTst").map(each -> each.items("tstTokens")).orElse(List.of()), true, claim);
    }

    private Optional<TimeStamp.Stamped> token(List<CborItem> tokens, boolean isResponse, ByteBuffer stamped) {
        return tokens.size() == 1
                ? tokens.getFirst()
                        .bytes("val")
                        .map(token -> new TimeStamp.Stamped(token, isResponse, toBeSigned("CounterSignature", stamped)))
                : Optional.empty();
    }

    /** Sig_structure (RFC 9052, 4.4): its context, the protected header, no external data, what is signed. */
    private byte[] toBeSigned(String context, ByteBuffer what) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(0x84);
        write(bytes, 3, context.getBytes(StandardCharsets.US_ASCII));
        write(bytes, 2, protectedBytes.copy());
        write(bytes, 2, new byte[0]);
        write(bytes, 2, new CborItem.Bytes(what).copy());
        return bytes.toByteArray();
    }

    private static void write(ByteArrayOutputStream bytes, int kind, byte[] string) {
        int first = kind << 5;
        if (string.length < 24) {
            bytes.write(first | string.length);
        } else if (string.length < 0x100) {
            bytes.write(first | 24);
            bytes.write(string.length);
        } else if (string.length < 0x10000) {
            bytes.write(first | 25);
            bytes.write(string.length >> 8);
            bytes.write(string.length);
        } else {
            bytes.write(first | 26);
            bytes.writeBytes(ByteBuffer.allocate(4).putInt(string.length).array());
        }
        bytes.writeBytes(string);
    }
}
