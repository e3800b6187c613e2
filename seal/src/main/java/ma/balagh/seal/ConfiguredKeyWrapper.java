package ma.balagh.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys from the configuration. Each secret is stretched to an AES-256 key with HKDF-SHA256 (RFC 5869) and wraps with
 * AES Key Wrap (RFC 3394, NIST SP 800-38F), which needs no nonce, so that the number of records has no limit.
 */
@ApplicationScoped
public class ConfiguredKeyWrapper implements KeyWrapper {

    private static final int MIN_SECRET = 32;
    private static final Pattern ID = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");
    private static final byte[] PURPOSE = "balagh-seal/1 key wrapping".getBytes(StandardCharsets.UTF_8);

    /** How the secrets of the local platform end, which everybody can read. */
    private static final String LOCAL = "-local";

    private final String current;
    private final Map<String, SecretKey> keys = new TreeMap<>();

    @Inject
    ConfiguredKeyWrapper(SealConfig config) {
        this(config.current(), config.keys());
    }

    /** @throws IllegalStateException when a secret is too short, or the current one is not there */
    public ConfiguredKeyWrapper(String current, Map<String, String> secrets) {
        this.current = current;
        secrets.forEach((id, secret) -> keys.put(id, key(id, secret)));
        if (!keys.containsKey(current)) {
            throw new IllegalStateException(
                    "balagh.seal.current is %s, but there is no balagh.seal.keys.%s".formatted(current, current));
        }
    }

    private static SecretKey key(String id, String secret) {
        String name = "balagh.seal.keys." + id;
        if (!ID.matcher(id).matches()) {
            throw new IllegalStateException(name + ": an id has small letters, digits and single dashes");
        }
        if (secret.length() < MIN_SECRET) {
            throw new IllegalStateException(name + " must have at least " + MIN_SECRET + " characters");
        }
        if (secret.endsWith(LOCAL) && !id.endsWith(LOCAL)) {
            throw new IllegalStateException(name + " is the published secret of the local platform");
        }
        try {
            byte[] stretched = KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                            .thenExpand(PURPOSE, 32));
            return new SecretKeySpec(stretched, "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 25 has HKDF", e);
        }
    }

    @Override
    public String current() {
        return current;
    }

    @Override
    public Set<String> known() {
        return Set.copyOf(keys.keySet());
    }

    @Override
    public Wrapped wrap(byte[] dataKey) {
        try {
            Cipher cipher = Cipher.getInstance("AES/KW/NoPadding");
            cipher.init(Cipher.WRAP_MODE, keys.get(current));
            return new Wrapped(current, cipher.wrap(new SecretKeySpec(dataKey, "AES")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java wraps AES keys", e);
        }
    }

    @Override
    public byte[] unwrap(Wrapped wrapped) {
        SecretKey key = keys.get(wrapped.keyId());
        if (key == null) {
            throw new SealBrokenException("there is no balagh.seal.keys." + wrapped.keyId());
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/KW/NoPadding");
            cipher.init(Cipher.UNWRAP_MODE, key);
            return cipher.unwrap(wrapped.bytes(), "AES", Cipher.SECRET_KEY).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException(
                    "balagh.seal.keys.%s is not the key that this was sealed under, or it was changed"
                            .formatted(wrapped.keyId()));
        }
    }
}
