package ma.balagh.seal;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts and decrypts with AES-256-GCM (NIST SP 800-38D) under a random data key for each record, which is stored
 * beside it, wrapped. Changing the wrapping key leaves the ciphertext as it is.
 */
@ApplicationScoped
public class EnvelopeEncryption {

    private static final String FORMAT = "balagh-seal/1 ";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    // Not static: a native image would keep the one of the machine that built it.
    private final SecureRandom random = new SecureRandom();
    private final KeyWrapper keys;

    public EnvelopeEncryption(KeyWrapper keys) {
        this.keys = keys;
    }

    /**
     * Encrypts under the current key.
     *
     * @param context what it belongs to, such as {@code reporter-identity <report id>}: what was moved elsewhere does not
     *     open
     */
    public SealedData seal(byte[] plain, String context) {
        byte[] dataKey = random(KEY_BYTES);
        byte[] nonce = random(NONCE_BYTES);
        try {
            byte[] encrypted =
                    cipher(Cipher.ENCRYPT_MODE, dataKey, nonce, context).doFinal(plain);
            byte[] ciphertext = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
            System.arraycopy(encrypted, 0, ciphertext, NONCE_BYTES, encrypted.length);
            KeyWrapper.Wrapped wrapped = keys.wrap(dataKey);
            return new SealedData(wrapped.keyId(), wrapped.bytes(), ciphertext);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    /** @throws SealBrokenException when it was sealed for another context, was changed, or its key is missing */
    public byte[] open(SealedData sealed, String context) {
        byte[] ciphertext = sealed.ciphertext();
        if (ciphertext.length < NONCE_BYTES) {
            throw new SealBrokenException("it is too short to be sealed");
        }
        byte[] dataKey = keys.unwrap(new KeyWrapper.Wrapped(sealed.keyId(), sealed.wrappedKey()));
        try {
            byte[] nonce = Arrays.copyOf(ciphertext, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, dataKey, nonce, context)
                    .doFinal(ciphertext, NONCE_BYTES, ciphertext.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException("it was changed, or sealed for something else");
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    private static Cipher cipher(int mode, byte[] dataKey, byte[] nonce, String context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(dataKey, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((FORMAT + context).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
