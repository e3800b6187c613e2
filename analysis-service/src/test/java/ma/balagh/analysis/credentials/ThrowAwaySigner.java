package ma.balagh.analysis.credentials;

import static ma.balagh.analysis.credentials.Asn1.bits;
import static ma.balagh.analysis.credentials.Asn1.identifier;
import static ma.balagh.analysis.credentials.Asn1.integer;
import static ma.balagh.analysis.credentials.Asn1.joined;
import static ma.balagh.analysis.credentials.Asn1.name;
import static ma.balagh.analysis.credentials.Asn1.octets;
import static ma.balagh.analysis.credentials.Asn1.part;
import static ma.balagh.analysis.credentials.Asn1.sequence;
import static ma.balagh.analysis.credentials.Asn1.set;
import static ma.balagh.analysis.credentials.Asn1.time;
import static ma.balagh.analysis.credentials.Asn1.yes;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;

/** A key made for one test, with a certificate made by itself. */
final class ThrowAwaySigner {

    static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
    static final Instant UNTIL = Instant.parse("2026-01-01T00:00:00Z");

    private static final String ORGANISATION = "Test Press Agency";
    private static final String COMMON = "Camera 7";
    private static final long SERIAL = 4711;

    /** By the numbers of RFC 9053. */
    enum Algorithm {
        ES256(-7, "EC", "secp256r1"),
        ES384(-35, "EC", "secp384r1"),
        ES512(-36, "EC", "secp521r1"),
        PS256(-37, "RSA", ""),
        PS384(-38, "RSA", ""),
        PS512(-39, "RSA", ""),
        EDDSA(-8, "Ed25519", "");

        final int number;
        private final String key;
        private final String curve;

        Algorithm(int number, String key, String curve) {
            this.number = number;
            this.key = key;
            this.curve = curve;
        }
    }

    final Algorithm algorithm;
    private final KeyPair keys;
    private final boolean isAuthority;

    ThrowAwaySigner(Algorithm algorithm) {
        this(algorithm, false);
    }

    ThrowAwaySigner(Algorithm algorithm, boolean isAuthority) {
        this.algorithm = algorithm;
        this.isAuthority = isAuthority;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.key);
            if (!algorithm.curve.isEmpty()) {
                generator.initialize(new ECGenParameterSpec(algorithm.curve));
            }
            this.keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] sign(byte[] bytes) {
        try {
            Signature signature = switch (algorithm) {
                case ES256 -> Signature.getInstance("SHA256withECDSAinP1363Format");
                case ES384 -> Signature.getInstance("SHA384withECDSAinP1363Format");
                case ES512 -> Signature.getInstance("SHA512withECDSAinP1363Format");
                case PS256 -> pss(MGF1ParameterSpec.SHA256, 32);
                case PS384 -> pss(MGF1ParameterSpec.SHA384, 48);
                case PS512 -> pss(MGF1ParameterSpec.SHA512, 64);
                case EDDSA -> Signature.getInstance("Ed25519");
            };
            return sign(signature, bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Signature pss(MGF1ParameterSpec mask, int salt) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(new PSSParameterSpec(mask.getDigestAlgorithm(), "MGF1", mask, salt, 1));
        return signature;
    }

    private byte[] sign(Signature signature, byte[] bytes) throws GeneralSecurityException {
        signature.initSign(keys.getPrivate());
        signature.update(bytes);
        return signature.sign();
    }

    /** Its signature is empty: nobody here checks who made it. */
    byte[] certificate() {
        byte[] usage = sequence(identifier("2.5.29.15"), yes(), octets(new byte[] {3, 2, 7, (byte) 0x80}));
        byte[] authority = sequence(identifier("2.5.29.19"), yes(), octets(sequence(yes())));
        byte[] algorithm = sequence(identifier("1.2.840.10045.4.3.2"));
        byte[] name = name(ORGANISATION, COMMON);
        return sequence(
                sequence(
                        part(0, integer(2)),
                        integer(SERIAL),
                        algorithm,
                        name,
                        sequence(time(FROM), time(UNTIL)),
                        name,
                        keys.getPublic().getEncoded(),
                        part(3, sequence(isAuthority ? authority : usage))),
                algorithm,
                bits(new byte[8]));
    }

    /** A token of RFC 3161 by this signer, for which only ES256 will do. */
    byte[] timeStamp(byte[] stamped, Instant time) {
        try {
            byte[] sha256 = sequence(identifier("2.16.840.1.101.3.4.2.1"));
            byte[] info = sequence(
                    integer(1),
                    identifier("1.2.3.4"),
                    sequence(sha256, octets(MessageDigest.getInstance("SHA-256").digest(stamped))),
                    integer(1),
                    time(time));
            byte[] attributes = joined(
                    sequence(identifier("1.2.840.113549.1.9.3"), set(identifier("1.2.840.113549.1.9.16.1.4"))),
                    sequence(
                            identifier("1.2.840.113549.1.9.4"),
                            set(octets(MessageDigest.getInstance("SHA-256").digest(info)))));
            byte[] signature = sign(Signature.getInstance("SHA256withECDSA"), set(attributes));
            byte[] signer = sequence(
                    integer(1),
                    sequence(name(ORGANISATION, COMMON), integer(SERIAL)),
                    sha256,
                    part(0, attributes),
                    sequence(identifier("1.2.840.10045.4.3.2")),
                    octets(signature));
            return sequence(
                    identifier("1.2.840.113549.1.7.2"),
                    part(
                            0,
                            sequence(
                                    integer(3),
                                    set(sha256),
                                    sequence(identifier("1.2.840.113549.1.9.16.1.4"), part(0, octets(info))),
                                    part(0, certificate()),
                                    set(signer))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
