package ma.balagh.audit.transparency;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/** An Ed25519 key (RFC 8032) that statements are signed with. */
public final class AgencySigningKey {

    private static final Pattern FRAME = Pattern.compile("-----(?:BEGIN|END) PRIVATE KEY-----|\\s");

    private static final String LOCAL_SUFFIX = "-local";
    // SubjectPublicKeyInfo of RFC 8410, before the 32 bytes of the key itself.
    private static final byte[] PUBLIC_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final PrivateKey key;
    private final byte[] publicKey;
    private final String id;

    private AgencySigningKey(PrivateKey key, byte[] publicKey) throws GeneralSecurityException {
        this.key = key;
        this.publicKey = publicKey;
        this.id = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(publicKey));
    }

    /**
     * @param setting whose value it is, for what is said of a wrong one
     * @param configured PKCS#8 as PEM or in Base64; the local platform's ends in {@code -local}
     * @throws IllegalArgumentException when it is no Ed25519 key
     */
    public static AgencySigningKey of(String setting, String configured) {
        String text = configured.strip();
        if (text.endsWith(LOCAL_SUFFIX)) {
            text = text.substring(0, text.length() - LOCAL_SUFFIX.length());
        }
        String base64 = FRAME.matcher(text).replaceAll("");
        try {
            var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
            if (KeyFactory.getInstance("Ed25519").generatePrivate(spec) instanceof EdECPrivateKey key) {
                byte[] seed = key.getBytes().orElseThrow();
                return new AgencySigningKey(key, publicKey(seed));
            }
            throw new IllegalArgumentException(setting + " is no Ed25519 key");
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Its cause might quote the key.
            throw new IllegalArgumentException(setting + " must be an Ed25519 key in PKCS#8, as PEM or in Base64 ("
                    + e.getClass().getSimpleName() + ")");
        }
    }

    /** The JDK derives no public key from a private one. */
    private static byte[] publicKey(byte[] seed) {
        byte[] raw = new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
        byte[] encoded = new byte[PUBLIC_PREFIX.length + raw.length];
        System.arraycopy(PUBLIC_PREFIX, 0, encoded, 0, PUBLIC_PREFIX.length);
        System.arraycopy(raw, 0, encoded, PUBLIC_PREFIX.length, raw.length);
        return encoded;
    }

    /** SHA-256 of the public key: what it is recognised by. */
    public String id() {
        return id;
    }

    /** SubjectPublicKeyInfo in DER (RFC 8410). */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    public byte[] sign(byte[] statement) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(statement);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key signs", e);
        }
    }
}
