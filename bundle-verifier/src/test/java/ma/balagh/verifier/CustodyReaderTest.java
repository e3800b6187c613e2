package ma.balagh.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CustodyReaderTest {

    private final byte[] chain = LongChain.custody(List.of("SECURED", "CONSULTED", "SIGHTED"), Set.of(2))
            .getBytes(UTF_8);

    @Test
    void readsAChainOfWhichAnEntryIsThereByItsHashAlone() throws IOException {
        // When
        CustodyChain read = read(chain, Set.of(2, 3));
        // Then
        assertThat(read.length()).isEqualTo(3);
        assertThat(read.commitments()).isEqualTo(1);
        assertThat(read.firstCommitments()).containsExactly(2);
        assertThat(read.first().action()).isEqualTo("SECURED");
        assertThat(read.hashes()).containsOnlyKeys(2, 3);
    }

    @Test
    void refusesAChainOfWhichAnyByteIsAnother() {
        for (int i = 0; i < chain.length; i++) {
            byte[] changed = chain.clone();
            changed[i] ^= 1;
            assertThatExceptionOfType(MalformedBundleException.class)
                    .as("byte %d", i)
                    .isThrownBy(() -> read(changed, Set.of()));
        }
    }

    @Test
    void refusesEveryOtherWayToWriteTheSame() {
        for (int i = 0; i <= chain.length; i++) {
            for (char inserted : new char[] {' ', '\n', ',', '}', ']', '"', '\\', '0'}) {
                byte[] changed = new byte[chain.length + 1];
                System.arraycopy(chain, 0, changed, 0, i);
                changed[i] = (byte) inserted;
                System.arraycopy(chain, i, changed, i + 1, chain.length - i);
                assertThatExceptionOfType(MalformedBundleException.class)
                        .as("%s at %d", inserted, i)
                        .isThrownBy(() -> read(changed, Set.of()));
            }
        }
    }

    @Test
    void refusesAChainThatWasCut() {
        for (int length = 0; length < chain.length; length++) {
            byte[] cut = Arrays.copyOf(chain, length);
            assertThatExceptionOfType(MalformedBundleException.class).isThrownBy(() -> read(cut, Set.of()));
        }
    }

    @Test
    void refusesACommitmentThatSaysSomething() {
        // Given
        String saying =
                new String(chain, UTF_8).replaceFirst("\\{\"hash\"", "{\"at\":\"2026-01-02T03:04:05.600Z\",\"hash\"");
        // Then
        var fault = catchThrowableOfType(MalformedBundleException.class, () -> read(saying.getBytes(UTF_8), Set.of()));
        assertThat(fault.place()).isEqualTo(FindingLocation.sequence(2));
    }

    @Test
    void holdsNoMoreThanOneEntry() {
        // Given: an entry without end
        String endless = new String(chain, UTF_8).replaceFirst("\"actor\":\"", "\"actor\":\"" + "{".repeat(1 << 20));
        // Then
        var fault = catchThrowableOfType(MalformedBundleException.class, () -> read(endless.getBytes(UTF_8), Set.of()));
        assertThat(fault.reason()).isEqualTo("it is larger than any entry");
    }

    private static CustodyChain read(byte[] bytes, Set<Integer> wanted) throws IOException {
        return new CustodyReader(BundleVerifier.CUSTODY, 0, new ByteArrayInputStream(bytes), wanted).read();
    }
}
