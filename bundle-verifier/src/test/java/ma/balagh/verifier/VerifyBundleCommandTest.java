package ma.balagh.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerifyBundleCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private Path bundle;

    @BeforeEach
    void write() throws IOException {
        bundle = Files.write(directory.resolve("bundle.zip"), Forgery.original());
    }

    @Test
    void endsWithZeroWhenNoClaimFails() {
        assertThat(run(bundle.toString())).isZero();
        assertThat(out.toString(UTF_8))
                .contains("PASS     container", "UNKNOWN  manifest-signer", "not whose key it is", "للمحكمة الابتدائية")
                .contains("No claim failed");
    }

    @Test
    void endsWithOneWhenAClaimFailsAndSaysWhere() throws IOException {
        // Given
        byte[] changed = Forgery.original();
        changed[2_000] ^= 1;
        Files.write(bundle, changed);
        // Then
        assertThat(run(bundle.toString())).isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("FAIL     container", "README.en.txt, byte", "FAILED: do not rely");
    }

    @Test
    void saysWhichFileIsNotThere() {
        // Then
        assertThat(run(directory.resolve("evidence.zip").toString())).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("there is no file", "evidence.zip");
    }

    @Test
    void takesKeysAndAuthoritiesFromFiles() throws IOException {
        // Given
        var forgery = new Forgery();
        Path key = Files.write(directory.resolve("key.pem"), forgery.get("keys/" + forgery.manifestKey() + ".pem"));
        Path authority = Files.write(
                directory.resolve("authority.pem"),
                forgery.get(forgery.names(".pem").getFirst()));
        // Then
        assertThat(run(bundle.toString(), "--strict")).isEqualTo(1);
        assertThat(run(
                        bundle.toString(),
                        "--strict",
                        "--key",
                        key.toString(),
                        "--tsa-certificate",
                        authority.toString()))
                .isZero();
        assertThat(out.toString(UTF_8)).contains("PASS     manifest-signer", "PASS     time-stamp-authority");
    }

    @Test
    void speaksJsonToPrograms() throws IOException {
        // Given
        Files.write(bundle, Arrays.copyOf(Forgery.original(), 5_000));
        // Then
        assertThat(run(bundle.toString(), "--json")).isEqualTo(1);
        assertThat(out.toString(UTF_8))
                .startsWith("{\"file\":")
                .contains("\"result\":\"FAIL\"", "\"claim\":\"container\"", "\"offset\":5000");
    }

    @Test
    void endsWithTwoWhenThereIsNothingToVerify() {
        assertThat(run()).isEqualTo(2);
        assertThat(run(directory.resolve("none").toString())).isEqualTo(2);
        assertThat(run(directory.toString())).isEqualTo(2);
        assertThat(run(bundle.toString(), "--key", bundle.toString())).isEqualTo(2);
        assertThat(run(bundle.toString(), "--tsa-certificate", bundle.toString()))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("is no file of public keys");
    }

    @Test
    void letsNoBundleSteerTheTerminal() {
        assertThat(ReportPrinter.plain("a\u001b[31m\nب\u202egpj.exe")).isEqualTo("a\\u001b[31m\\u000aب\\u202egpj.exe");
    }

    private int run(String... arguments) {
        return VerifyBundleCommand.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), arguments);
    }
}
