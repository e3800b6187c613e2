package ma.balagh.platform.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for {@code localhost}, which nobody believes but who is told of it. */
public final class SelfSignedCertificate {

    private static final String ALIAS = "localhost";
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path certificate;
    private final Path key;
    private final SSLContext context;

    /** Makes it in a new folder. */
    public SelfSignedCertificate() {
        try {
            var folder = Files.createTempDirectory("tls");
            var store = folder.resolve("keys.p12");
            make(store);
            var keys = KeyStore.getInstance(store.toFile(), PASSWORD);
            certificate =
                    write(folder, "CERTIFICATE", keys.getCertificate(ALIAS).getEncoded());
            key = write(folder, "PRIVATE KEY", keys.getKey(ALIAS, PASSWORD).getEncoded());
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD);
            context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no certificate for tests", e);
        }
    }

    /** Of a server that shows it. */
    public SSLContext context() {
        return context;
    }

    /** Puts it, and then its key, where another application reads them. */
    public void copyTo(Path certificateFile, Path keyFile) throws IOException {
        Files.copy(certificate, certificateFile, StandardCopyOption.REPLACE_EXISTING);
        Files.copy(key, keyFile, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What it shows. */
    public X509Certificate certificate() {
        try (var file = Files.newInputStream(certificate)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the certificate is gone", e);
        }
    }

    /** Of an application that shows it and believes it alone, as {@code k8s/components/tls} sets them. */
    public Map<String, String> settings() {
        return Map.of(
                "balagh.tls", "pods",
                "quarkus.http.test-ssl-port", "0",
                "quarkus.tls.pods.key-store.pem.pod.cert", certificate.toString(),
                "quarkus.tls.pods.key-store.pem.pod.key", key.toString(),
                "quarkus.tls.pods.trust-store.pem.certs", certificate.toString());
    }

    private static void make(Path store) throws IOException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD),
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost")
                .inheritIO()
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(keytool + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static Path write(Path folder, String kind, byte[] content) throws IOException {
        var text = "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n";
        return Files.writeString(
                folder.resolve(kind + ".pem"),
                text.formatted(kind, Base64.getMimeEncoder().encodeToString(content)));
    }
}
