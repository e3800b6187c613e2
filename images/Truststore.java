import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

/** Writes a trust store without password, salt and dates: arguments are its path and a folder of PEM certificates. */
final class Truststore {

    private Truststore() {}

    public static void main(String... arguments) throws Exception {
        var factory = CertificateFactory.getInstance("X.509");
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var files = Files.list(Path.of(arguments[1]))) {
            for (var file : files.sorted().toList()) {
                try (var pem = Files.newInputStream(file)) {
                    store.setCertificateEntry(file.getFileName().toString(), factory.generateCertificate(pem));
                }
            }
        }
        var target = Path.of(arguments[0]);
        Files.deleteIfExists(target);
        try (var out = Files.newOutputStream(target)) {
            store.store(out, null);
        }
    }
}
