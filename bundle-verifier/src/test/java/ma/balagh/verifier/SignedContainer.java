package ma.balagh.verifier;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A referral file, made without the code that makes them; each part can be another one than it should be. */
final class SignedContainer {

    static final String MANIFEST = "META-INF/ASiCManifest001.xml";
    static final String SIGNATURE = "META-INF/signature001.p7s";

    private static final Signer SIGNER = new Signer();

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    SignedContainer() {
        entries.put(AsicContents.MIME_TYPE_ENTRY, AsicContents.MIME_TYPE.getBytes(US_ASCII));
        entries.put("report.pdf", "%PDF".getBytes(US_ASCII));
        entries.put("manifest.json", "{}".getBytes(US_ASCII));
        sign(manifest(""));
    }

    /** The fingerprint of the key that signed. */
    static String key() {
        return Sha256Hasher.hex(SIGNER.certificate.getPublicKey().getEncoded());
    }

    /** @param prolog what stands before the manifest's root */
    String manifest(String prolog) {
        var references = new StringBuilder();
        entries.forEach((name, content) -> {
            if (!name.equals(AsicContents.MIME_TYPE_ENTRY) && !name.startsWith("META-INF/")) {
                references.append("""
                        <asic:DataObjectReference URI="%s">\
                        <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>\
                        <ds:DigestValue>%s</ds:DigestValue></asic:DataObjectReference>
                        """.formatted(
                        name,
                        Base64.getEncoder().encodeToString(Sha256Hasher.start().digest(content))));
            }
        });
        return prolog + """
                <asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">\
                <asic:SigReference URI="%s"/>%s</asic:ASiCManifest>""".formatted(SIGNATURE, references);
    }

    SignedContainer sign(String manifest) {
        byte[] xml = manifest.getBytes(US_ASCII);
        entries.put(MANIFEST, xml);
        entries.put(SIGNATURE, SIGNER.signature(xml));
        return this;
    }

    SignedContainer with(String name, String content) {
        entries.put(name, content.getBytes(US_ASCII));
        return this;
    }

    SignedContainer without(String name) {
        entries.remove(name);
        return this;
    }

    byte[] zip() {
        var out = new ByteArrayOutputStream();
        var headers = new ArrayList<StoredFormVerifier.Header>();
        entries.forEach((name, content) -> {
            var crc = new CRC32();
            crc.update(content);
            var header = new StoredFormVerifier.Header(name, content.length, (int) crc.getValue(), out.size());
            headers.add(header);
            out.writeBytes(StoredFormVerifier.local(header));
            out.writeBytes(content);
        });
        out.writeBytes(StoredFormVerifier.directory(headers, out.size()));
        return out.toByteArray();
    }

    private static final class Signer {

        private final KeyPair keys;
        private final X509Certificate certificate;

        private Signer() {
            try {
                var generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(256);
                keys = generator.generateKeyPair();
                var name = new X500Name("CN=Agency of a test");
                var now = Instant.now();
                certificate = new JcaX509CertificateConverter()
                        .getCertificate(new JcaX509v3CertificateBuilder(
                                        name,
                                        BigInteger.ONE,
                                        Date.from(now.minus(Duration.ofDays(1))),
                                        Date.from(now.plus(Duration.ofDays(1))),
                                        name,
                                        keys.getPublic())
                                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
            } catch (GeneralSecurityException | OperatorCreationException e) {
                throw new IllegalStateException(e);
            }
        }

        private byte[] signature(byte[] content) {
            try {
                var named = new SigningCertificateV2(
                        new ESSCertIDv2(Sha256Hasher.start().digest(certificate.getEncoded())));
                var attributes = new Hashtable<ASN1ObjectIdentifier, Attribute>();
                attributes.put(
                        PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                        new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(named)));
                var generator = new CMSSignedDataGenerator();
                generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                        .setSignedAttributeGenerator(
                                new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
                        .build("SHA256withECDSA", keys.getPrivate(), certificate));
                generator.addCertificates(new JcaCertStore(List.of(certificate)));
                return generator.generate(new CMSProcessableByteArray(content)).getEncoded();
            } catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
