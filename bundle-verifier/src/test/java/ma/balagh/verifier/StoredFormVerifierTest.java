package ma.balagh.verifier;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

final class StoredFormVerifierTest {

    private static final long FIVE_GIBIBYTES = 5L << 30;

    /** The other program's test has the same bytes: one form. What stands between them is a hole of 5 GiB. */
    private static final String AROUND_FIVE_GIBIBYTES = """
            504b03042d00000000000000210004030201ffffffffffffffff0c0014006f726967696e616c2e6d7034010010000000
            0040010000000000004001000000504b03040a000000000000002100414e44890500000005000000050000007a2e7478
            746166746572504b01022d002d00000000000000210004030201ffffffffffffffff0c00140000000000000000000000
            000000006f726967696e616c2e6d70340100100000000040010000000000004001000000504b01022d002d0000000000
            00002100414e4489050000000500000005000c0000000000000000000000ffffffff7a2e747874010008003e00004001
            000000504b06062c000000000000002d002d000000000000000000020000000000000002000000000000008d00000000
            0000006600004001000000504b060700000000f30000400100000001000000504b050600000000020002008d000000ff
            ffffff0000
            """;

    @Test
    void expectsTheFormThatIntakeWritesBeyondFourGibibytes() {
        // Given
        byte[] after = "after".getBytes(US_ASCII);
        var crc = new CRC32();
        crc.update(after);
        var large = new StoredFormVerifier.Header("original.mp4", FIVE_GIBIBYTES, 0x01020304, 0);
        long offset = StoredFormVerifier.local(large).length + FIVE_GIBIBYTES;
        var small = new StoredFormVerifier.Header("z.txt", after.length, (int) crc.getValue(), offset);
        // When
        var out = new ByteArrayOutputStream();
        out.writeBytes(StoredFormVerifier.local(large));
        out.writeBytes(StoredFormVerifier.local(small));
        out.writeBytes(after);
        long end = offset + StoredFormVerifier.local(small).length + after.length;
        out.writeBytes(StoredFormVerifier.directory(List.of(large, small), end));
        // Then
        assertThat(HexFormat.of().formatHex(out.toByteArray())).isEqualTo(AROUND_FIVE_GIBIBYTES.replaceAll("\\s", ""));
    }
}
