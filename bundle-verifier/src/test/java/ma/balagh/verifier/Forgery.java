package ma.balagh.verifier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The real bundle beside this class, which {@code BundleResourceTest} of intake made, taken apart to be changed and put
 * together again with right sizes and CRCs. Whoever changes it may even have the agency's key: this bundle was signed
 * with the local platform's, which is published.
 */
final class Forgery {

    private static final String LOCAL_KEY = "MC4CAQAwBQYDK2VwBCIEIBraD2Su1dtqxthnU7UJLpczC0bIYF6c/lkYapUdLwVz";

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    static byte[] original() {
        try (InputStream in = Forgery.class.getResourceAsStream("bundle.zip")) {
            if (in == null) {
                throw new IllegalStateException("the bundle is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Forgery() {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(original()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> names() {
        return List.copyOf(entries.keySet());
    }

    List<String> names(String ending) {
        return names().stream().filter(name -> name.endsWith(ending)).toList();
    }

    byte[] get(String name) {
        return entries.getOrDefault(name, new byte[0]);
    }

    String text(String name) {
        return new String(get(name), StandardCharsets.UTF_8);
    }

    CanonicalJsonObject json(String name) {
        return CanonicalJsonObject.read(name, 0, get(name));
    }

    Forgery with(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    Forgery with(String name, UnaryOperator<String> change) {
        return with(name, change.apply(text(name)).getBytes(StandardCharsets.UTF_8));
    }

    Forgery without(String name) {
        entries.remove(name);
        return this;
    }

    /** Lists the entries as they are now and signs the list with the agency's key. */
    Forgery sealed() {
        return sealed(agency(), manifestKey());
    }

    Forgery sealed(PrivateKey key, String keyId) {
        Map<String, Object> manifest = json(BundleVerifier.MANIFEST).members();
        var listed = new ArrayList<Object>();
        new TreeMap<>(entries).forEach((name, content) -> {
            if (!name.startsWith("manifest.")) {
                listed.add(Map.of("name", name, "sha256", Sha256Hasher.hex(content), "size", (long) content.length));
            }
        });
        manifest.put("entries", listed);
        manifest.put("keyId", keyId);
        byte[] bytes = CanonicalJsonObject.canonical(manifest);
        return with(BundleVerifier.MANIFEST, bytes).with(BundleVerifier.MANIFEST_SIGNATURE, sign(key, bytes));
    }

    String manifestKey() {
        return json(BundleVerifier.MANIFEST).text("keyId");
    }

    /** In the order of the names. */
    byte[] zip() {
        return zip(new TreeMap<>(entries).keySet().stream().toList());
    }

    byte[] zip(List<String> order) {
        var out = new ByteArrayOutputStream();
        var headers = new ArrayList<StoredFormVerifier.Header>();
        for (String name : order) {
            byte[] content = get(name);
            var crc = new CRC32();
            crc.update(content);
            var header = new StoredFormVerifier.Header(name, content.length, (int) crc.getValue(), out.size());
            headers.add(header);
            out.writeBytes(StoredFormVerifier.local(header));
            out.writeBytes(content);
        }
        out.writeBytes(StoredFormVerifier.directory(headers, out.size()));
        return out.toByteArray();
    }

    static PrivateKey agency() {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(LOCAL_KEY)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] sign(PrivateKey key, byte[] content) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
