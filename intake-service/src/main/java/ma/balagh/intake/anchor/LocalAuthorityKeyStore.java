package ma.balagh.intake.anchor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** The local authority's key and certificate in a file, made when it is missing; all replicas use the same. */
final class LocalAuthorityKeyStore {

    record Pair(PrivateKey key, X509Certificate certificate) {}

    private static final Pattern KEY = pem("PRIVATE KEY");
    private static final Pattern CERTIFICATE = pem("CERTIFICATE");
    private static final int YEARS = 20;

    private final Path directory;
    private final Clock clock;
    private @Nullable Pair pair;

    LocalAuthorityKeyStore(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    synchronized Pair pair() throws IOException, GeneralSecurityException, OperatorCreationException {
        if (pair == null) {
            Path file = directory.resolve("authority.pem");
            Files.createDirectories(directory);
            try (FileChannel lock = FileChannel.open(
                            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = lock.lock()) {
                pair = readOrMade(file);
            }
        }
        return pair;
    }

    private Pair readOrMade(Path file) throws IOException, GeneralSecurityException, OperatorCreationException {
        try {
            return read(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (NoSuchFileException missing) {
            String made = made();
            Path draft = directory.resolve(".authority.pem");
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, made, StandardCharsets.US_ASCII, StandardOpenOption.DSYNC);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return read(made);
        }
    }

    private static Pair read(String pem) throws IOException, GeneralSecurityException {
        PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(part(pem, KEY)));
        var certificates = CertificateFactory.getInstance("X.509");
        return new Pair(key, (X509Certificate)
                certificates.generateCertificate(new ByteArrayInputStream(part(pem, CERTIFICATE))));
    }

    private String made() throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair keys = generator.generateKeyPair();
        var name = new X500Name("CN=Balagh local time-stamping authority");
        var from = clock.instant().truncatedTo(ChronoUnit.DAYS);
        var builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(120, new SecureRandom()),
                Date.from(from),
                Date.from(from.plus(YEARS * 365L, ChronoUnit.DAYS)),
                name,
                keys.getPublic());
        // RFC 3161, section 2.3: this purpose alone, and critical.
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        var certificate = builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
        return block("PRIVATE KEY", keys.getPrivate().getEncoded()) + block("CERTIFICATE", certificate.getEncoded());
    }

    private static String block(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }

    private static byte[] part(String pem, Pattern kind) throws IOException {
        var block = kind.matcher(pem);
        if (!block.find()) {
            throw new IOException("authority.pem lacks its key or its certificate");
        }
        return Base64.getMimeDecoder().decode(block.group(1));
    }

    private static Pattern pem(String kind) {
        return Pattern.compile("-----BEGIN " + kind + "-----([A-Za-z0-9+/=\\s]+)-----END " + kind + "-----");
    }
}
