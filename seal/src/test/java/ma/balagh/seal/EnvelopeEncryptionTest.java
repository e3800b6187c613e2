package ma.balagh.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class EnvelopeEncryptionTest {

    private static final String FIRST = "the first secret of thirty-two signs or more";
    private static final String SECOND = "the second secret of thirty-two signs or more";
    private static final byte[] PLAIN = "Fatima-Zahra, +212 600 000000".getBytes(UTF_8);

    private final KeyWrapper keys = new ConfiguredKeyWrapper("k1", Map.of("k1", FIRST));
    private final EnvelopeEncryption encryption = new EnvelopeEncryption(keys);

    @Test
    void opensWhatItSealed() {
        // When
        SealedData sealed = encryption.seal(PLAIN, "report 1");
        // Then
        assertThat(encryption.open(sealed, "report 1")).isEqualTo(PLAIN);
        assertThat(new String(sealed.ciphertext(), UTF_8)).doesNotContain("Fatima");
        assertThat(encryption.open(encryption.seal(new byte[0], ""), "")).isEmpty();
    }

    @Test
    void sealsTheSameDifferentlyEachTime() {
        // When
        SealedData one = encryption.seal(PLAIN, "report 1");
        SealedData other = encryption.seal(PLAIN, "report 1");
        // Then
        assertThat(one.ciphertext()).isNotEqualTo(other.ciphertext());
        assertThat(one.wrappedKey()).isNotEqualTo(other.wrappedKey());
    }

    @Test
    void opensNothingThatWasMoved() {
        // Given
        SealedData sealed = encryption.seal(PLAIN, "report 1");
        SealedData other = encryption.seal(PLAIN, "report 1");
        // Then
        assertBroken(sealed, "report 2");
        assertBroken(new SealedData("k1", other.wrappedKey(), sealed.ciphertext()), "report 1");
    }

    @Test
    void opensNothingOfWhichAnyBitWasChanged() {
        // Given
        SealedData sealed = encryption.seal(PLAIN, "report 1");
        // Then
        for (int bit = 0; bit < sealed.ciphertext().length * 8; bit++) {
            assertBroken(new SealedData("k1", sealed.wrappedKey(), flipped(sealed.ciphertext(), bit)), "report 1");
        }
        for (int bit = 0; bit < sealed.wrappedKey().length * 8; bit++) {
            assertBroken(new SealedData("k1", flipped(sealed.wrappedKey(), bit), sealed.ciphertext()), "report 1");
        }
        assertBroken(new SealedData("k1", new byte[0], sealed.ciphertext()), "report 1");
        assertBroken(new SealedData("k1", sealed.wrappedKey(), new byte[3]), "report 1");
    }

    @Test
    void opensWhatLiesUnderAnEarlierKeyAndSealsUnderTheCurrentOne() {
        // Given
        SealedData earlier = encryption.seal(PLAIN, "report 1");
        var rotated = new EnvelopeEncryption(new ConfiguredKeyWrapper("k2", Map.of("k1", FIRST, "k2", SECOND)));
        // Then
        assertThat(rotated.open(earlier, "report 1")).isEqualTo(PLAIN);
        assertThat(rotated.seal(PLAIN, "report 1").keyId()).isEqualTo("k2");
    }

    @Test
    void saysWhichKeyIsMissingOrAnotherOne() {
        // Given
        SealedData sealed = encryption.seal(PLAIN, "report 1");
        // Then
        assertThatExceptionOfType(SealBrokenException.class)
                .isThrownBy(() -> new EnvelopeEncryption(new ConfiguredKeyWrapper("k2", Map.of("k2", SECOND)))
                        .open(sealed, "report 1"))
                .withMessageContaining("balagh.seal.keys.k1");
        assertThatExceptionOfType(SealBrokenException.class)
                .isThrownBy(() -> new EnvelopeEncryption(new ConfiguredKeyWrapper("k1", Map.of("k1", SECOND)))
                        .open(sealed, "report 1"))
                .withMessageContaining("not the key");
    }

    @Test
    void refusesKeysThatAreNone() {
        assertRefused("k2", Map.of("k1", FIRST), "no balagh.seal.keys.k2");
        assertRefused("k1", Map.of("k1", "short"), "at least 32");
        assertRefused("K 1", Map.of("K 1", FIRST), "small letters");
        assertRefused("k1", Map.of("k1", "a published secret of thirty-two signs-local"), "published");
    }

    private static void assertRefused(String current, Map<String, String> keys, String why) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new ConfiguredKeyWrapper(current, keys))
                .withMessageContaining(why);
    }

    private void assertBroken(SealedData sealed, String context) {
        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> encryption.open(sealed, context));
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] changed = bytes.clone();
        changed[bit / 8] ^= (byte) (1 << (bit % 8));
        return changed;
    }
}
