package ma.balagh.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line: {@code balagh verify-bundle FILE}, or {@code java -jar} without anything else. */
@Command(
        name = "verify-bundle",
        mixinStandardHelpOptions = true,
        description =
                "Checks a bundle of evidence, or a referral file, offline and says for each claim PASS, FAIL or UNKNOWN, where and why.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:no claim failed; what is UNKNOWN is for you to judge",
            "1:a claim failed: the bundle is not to be relied on",
            "2:the file cannot be read, or the command line is wrong"
        },
        footer = {
            "",
            "A bundle brings the keys that it was signed with. With these alone, you learn that nothing was changed since",
            "it was signed, but not by whom. Get the fingerprint of the agency's key from elsewhere, and name it with --key."
        })
public final class VerifyBundleCommand implements Callable<Integer> {

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-fA-F]{64}");
    private static final long LARGEST_PEM = 1 << 20;

    @Parameters(paramLabel = "FILE", description = "the bundle, or the referral file (ASiC-E)")
    private Path file = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "FILE|FINGERPRINT",
            description = "a key that you trust: its public key as PEM, or the SHA-256 of it (may be repeated)")
    private List<String> keys = new ArrayList<>();

    @Option(
            names = "--tsa-certificate",
            paramLabel = "FILE",
            description = "a time-stamping authority that you trust, or who issued its certificate (may be repeated)")
    private List<Path> authorities = new ArrayList<>();

    @Option(
            names = "--strict",
            description = "exit status 1 also when a claim is UNKNOWN; to be named with the keys that you trust")
    private boolean strict;

    @Option(names = "--json", description = "for programs")
    private boolean asJson;

    private final PrintStream out;
    private final PrintStream err;

    VerifyBundleCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Ends with the documented exit status. */
    public static void main(String... arguments) {
        // Whatever the terminal's locale: names and purposes are in three scripts.
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    /** The exit status: 0 no claim failed, 1 one did, 2 the file cannot be read or the command line is wrong. */
    static int run(PrintStream out, PrintStream err, String... arguments) {
        return new CommandLine(new VerifyBundleCommand(out, err))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setExpandAtFiles(false)
                .execute(arguments);
    }

    @Override
    public Integer call() {
        try {
            VerificationReport report = report();
            if (asJson) {
                ReportPrinter.json(file, report, out);
            } else {
                ReportPrinter.text(file, report, out);
            }
            return report.isAccepted() && !(strict && report.hasUnknown()) ? 0 : 1;
        } catch (NoSuchFileException e) {
            err.println("verify-bundle: there is no file " + ReportPrinter.plain(String.valueOf(e.getFile())));
            return 2;
        } catch (IOException | CertificateException | IllegalArgumentException e) {
            err.println("verify-bundle: " + ReportPrinter.plain(e.toString()));
            return 2;
        }
    }

    private VerificationReport report() throws IOException, CertificateException {
        var cryptography = new SignatureVerifier();
        if (AsicVerifier.isContainer(file)) {
            return new AsicVerifier(trust(), cryptography).verify(file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new BundleVerifier(trust(), cryptography).verify(in);
        }
    }

    private TrustAnchors trust() throws IOException, CertificateException {
        Set<String> trusted = new HashSet<>();
        for (String key : keys) {
            if (FINGERPRINT.matcher(key).matches()) {
                trusted.add(key.toLowerCase(Locale.ROOT));
            } else {
                trusted.addAll(keysIn(Path.of(key)));
            }
        }
        var certificates = new ArrayList<X509Certificate>();
        for (Path authority : authorities) {
            certificates.addAll(TrustAnchors.certificatesIn(small(authority)));
        }
        return new TrustAnchors(trusted, certificates);
    }

    private static List<String> keysIn(Path file) throws IOException {
        byte[] pem = small(file);
        List<String> found = TrustAnchors.keysIn(pem);
        // A bundle has public keys in it, too: trusting it because of itself would be no use.
        if (found.isEmpty() || pem[0] != '-') {
            throw new IllegalArgumentException(file + " is no file of public keys as PEM");
        }
        return found;
    }

    private static byte[] small(Path file) throws IOException {
        if (Files.size(file) > LARGEST_PEM) {
            throw new IOException(file + " is too large for a key or a certificate");
        }
        return Files.readAllBytes(file);
    }
}
