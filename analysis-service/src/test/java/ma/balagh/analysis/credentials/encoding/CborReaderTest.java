package ma.balagh.analysis.credentials.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CborReaderTest {

    @ParameterizedTest
    @CsvSource({
        "whole number, 1b0000000100000000",
        "negative number, 3903e7",
        "bytes, 4401020304",
        "bytes in parts, 5f42010243030405ff",
        "text, 6449455446",
        "list, 83010203",
        "list without a length, 9f018202039f0405ffff",
        "map, a26161016162820203",
        "map without a length, bf61610161629f0203ffff",
        "tagged, c11a514b67b0",
        "real number, fb3ff199999999999a",
        "simple, f8ff",
    })
    void takesNoItemThatEndsEarly(String what, String hex) throws DamagedEncodingException {
        byte[] whole = HexFormat.of().parseHex(hex);
        assertThat(CborReader.read(ByteBuffer.wrap(whole))).as(what).isNotNull();
        for (int length = 0; length < whole.length; length++) {
            ByteBuffer part = ByteBuffer.wrap(Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> CborReader.read(part))
                    .as("%s, its first %d bytes", what, length)
                    .isInstanceOf(DamagedEncodingException.class);
        }
    }
}
