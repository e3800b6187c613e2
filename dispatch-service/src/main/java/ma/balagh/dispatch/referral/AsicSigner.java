package ma.balagh.dispatch.referral;

import eu.europa.esig.dss.asic.cades.ASiCWithCAdESSignatureParameters;
import eu.europa.esig.dss.asic.cades.ASiCWithCAdESTimestampParameters;
import eu.europa.esig.dss.asic.cades.signature.ASiCWithCAdESService;
import eu.europa.esig.dss.asic.common.SecureContainerHandlerBuilder;
import eu.europa.esig.dss.asic.common.ZipUtils;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.signature.resources.TempFileResourcesHandler;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import ma.balagh.contracts.file.StoredZipWriter;
import org.jboss.logging.Logger;

/**
 * Puts files into an ASiC-E container with one CAdES signature over all of them (ETSI EN 319 162-1), of the level B-T where
 * an authority stamps the time, otherwise B-B. Nothing of them is held in memory.
 */
@ApplicationScoped
class AsicSigner {

    private static final Logger LOG = Logger.getLogger(AsicSigner.class);
    private static final File TEMPORARY = new File(System.getProperty("java.io.tmpdir"));

    private final ReferralSigningKey key;
    private final ASiCWithCAdESService service;
    private final boolean stamps;

    AsicSigner(ReferralConfig config) {
        key = ReferralSigningKey.of(config.signingKey(), config.certificate());
        var containers = new SecureContainerHandlerBuilder();
        // Not DSS's own builder: it keeps every file until the process ends.
        containers.setResourcesHandlerBuilder(() -> new TempFileResourcesHandler("referral", ".dss", TEMPORARY));
        ZipUtils.getInstance().setZipContainerHandlerBuilder(containers);
        service = new ASiCWithCAdESService(new CommonCertificateVerifier());
        stamps = config.tsa().isPresent();
        config.tsa().ifPresent(address -> service.setTspSource(new TimeStampClient(address, config.tsaTimeout())));
    }

    /** Refuses an unreadable key when the service starts. */
    void check(@Observes StartupEvent start) {
        LOG.infof("referral files are signed, keyId=%s timeStamped=%s", key.id(), stamps);
    }

    /** Whether an authority stamps the time of signatures. */
    boolean stamps() {
        return stamps;
    }

    /** SHA-256 of the public key: what it is recognised by. */
    String keyId() {
        return key.id();
    }

    /** @throws IOException when the authority is away, or a file cannot be read or written */
    void sign(List<ReferralPart> parts, Instant at, Path container) throws IOException {
        List<DSSDocument> documents = parts.stream().map(AsicSigner::document).toList();
        var parameters = new ASiCWithCAdESSignatureParameters();
        parameters.aSiC().setContainerType(ASiCContainerType.ASiC_E);
        parameters.setSignatureLevel(stamps ? SignatureLevel.CAdES_BASELINE_T : SignatureLevel.CAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setEncryptionAlgorithm(EncryptionAlgorithm.ECDSA);
        parameters.setSignatureTimestampParameters(new ASiCWithCAdESTimestampParameters(DigestAlgorithm.SHA256));
        parameters.setSigningCertificate(key.certificate());
        parameters.setCertificateChain(key.chain());
        parameters.bLevel().setSigningDate(Date.from(at));
        try {
            var signed = service.getDataToSign(documents, parameters);
            var value = new SignatureValue(SignatureAlgorithm.ECDSA_SHA256, key.sign(signed.getBytes()));
            take(service.signDocument(documents, parameters, value), container);
        } catch (DSSException e) {
            throw new IOException("the container cannot be signed or stamped", e);
        }
    }

    private static void take(DSSDocument signed, Path container) throws IOException {
        Path made = container.resolveSibling(container.getFileName() + ".dss");
        try {
            if (signed instanceof FileDocument file) {
                Files.move(file.getFile().toPath(), made, StandardCopyOption.REPLACE_EXISTING);
            } else {
                signed.save(made.toString());
            }
            store(made, container);
        } finally {
            Files.deleteIfExists(made);
        }
    }

    /** In the form of bundles, which fixes every byte around the contents: no change there goes unseen. */
    private static void store(Path made, Path container) throws IOException {
        try (var zip = new ZipFile(made.toFile());
                var out = new BufferedOutputStream(Files.newOutputStream(container))) {
            var entries = zip.stream().map(entry -> stored(zip, entry)).toList();
            new StoredZipWriter(entries).writeTo(out);
        }
    }

    private static StoredZipWriter.Entry stored(ZipFile zip, ZipEntry entry) {
        return new StoredZipWriter.Entry(entry.getName(), entry.getSize(), entry.getCrc(), out -> {
            try (var content = zip.getInputStream(entry)) {
                content.transferTo(out);
            }
        });
    }

    private static DSSDocument document(ReferralPart part) {
        var document = new FileDocument(part.file().toFile());
        document.setName(part.name());
        return document;
    }
}
