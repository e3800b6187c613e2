package ma.balagh.analysis.credentials;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.balagh.analysis.credentials.encoding.CborItem;
import ma.balagh.analysis.credentials.encoding.CborReader;
import ma.balagh.analysis.credentials.encoding.DamagedEncodingException;
import ma.balagh.analysis.credentials.encoding.JumbfBox;

/**
 * The claim that a signature covers: the digests of a manifest's assertions, and the program that made it (C2PA
 * specification 2.2, 10).
 */
final class CredentialClaim {

    private static final int MOST_ASSERTIONS = 2_000;

    /** A second assertion of a label is told apart by two underscores and a number. */
    private static final Pattern INSTANCE = Pattern.compile("__[0-9]+$");

    private final CredentialManifest manifest;
    private final ByteBuffer signed;
    private final CborItem claim;
    private final List<HashedUri> references;
    private final Map<String, JumbfBox> assertions = new HashMap<>();

    private CredentialClaim(
            CredentialManifest manifest, ByteBuffer signed, CborItem claim, List<HashedUri> references) {
        this.manifest = manifest;
        this.signed = signed;
        this.claim = claim;
        this.references = references;
    }

    static CredentialClaim of(CredentialManifest manifest) throws CredentialRejectedException {
        ByteBuffer signed = manifest.claim();
        CborItem claim = read(signed, "claim.cbor.invalid");
        String signature = claim.text("signature")
                .orElseThrow(() -> CredentialRejectedException.signature("claimSignature.missing"));
        if (!manifest.isSignature(signature)) {
            throw CredentialRejectedException.signature("claimSignature.missing");
        }
        var references = new ArrayList<HashedUri>();
        for (CborItem each : Stream.of("assertions", "created_assertions", "gathered_assertions")
                .flatMap(key -> claim.items(key).stream())
                .toList()) {
            references.add(
                    HashedUri.of(each).orElseThrow(() -> CredentialRejectedException.malformed("claim.malformed")));
        }
        if (references.isEmpty() || references.size() > MOST_ASSERTIONS) {
            throw CredentialRejectedException.malformed("claim.malformed");
        }
        return new CredentialClaim(manifest, signed, claim, references);
    }

    /** Checks each assertion against its digest, and that there is none beside (specification 2.2, 15.10.3). */
    void verifyAssertions() throws CredentialRejectedException {
        var labels = new HashSet<String>();
        for (JumbfBox assertion : manifest.assertions()) {
            if (!labels.add(assertion.label())) {
                throw CredentialRejectedException.assertion("assertion.undeclared");
            }
        }
        var boxes = new HashMap<String, JumbfBox>();
        manifest.assertions().forEach(assertion -> boxes.put(assertion.label(), assertion));
        var verified = new HashMap<String, HashedUri>();
        for (HashedUri reference : references) {
            String path = manifest.path(reference.url())
                    .orElseThrow(() -> CredentialRejectedException.assertion("assertion.outsideManifest"));
            String label = path.startsWith(CredentialManifest.ASSERTIONS + "/")
                    ? path.substring(CredentialManifest.ASSERTIONS.length() + 1)
                    : "";
            JumbfBox box = boxes.get(label);
            if (box == null) {
                throw CredentialRejectedException.assertion("assertion.missing");
            }
            // one that is referred to twice has one digest, and is digested once
            HashedUri before = verified.putIfAbsent(label, reference);
            if (before == null
                    ? !reference.matches(box.content(), algorithm())
                    : !Arrays.equals(before.hash(), reference.hash())) {
                throw CredentialRejectedException.assertion("assertion.hashedURI.mismatch");
            }
            assertions.put(label, box);
            labels.remove(label);
        }
        if (!labels.isEmpty()) {
            throw CredentialRejectedException.assertion("assertion.undeclared");
        }
    }

    /** Verified assertions by label, all instances of it. */
    List<JumbfBox> assertions(Set<String> labels) {
        return assertions.values().stream()
                .filter(box -> labels.contains(base(box.label())))
                .sorted((one, other) -> one.label().compareTo(other.label()))
                .toList();
    }

    static String base(String label) {
        return INSTANCE.matcher(label).replaceFirst("");
    }

    static CborItem content(JumbfBox assertion) throws CredentialRejectedException {
        return read(
                assertion.cbor().orElseThrow(() -> CredentialRejectedException.malformed("assertion.cbor.invalid")),
                "assertion.cbor.invalid");
    }

    private static CborItem read(ByteBuffer bytes, String code) throws CredentialRejectedException {
        try {
            return CborReader.read(bytes);
        } catch (DamagedEncodingException e) {
            throw CredentialRejectedException.malformed(code);
        }
    }

    CredentialManifest manifest() {
        return manifest;
    }

    /** The bytes that the signature signs. */
    ByteBuffer signed() {
        return signed;
    }

    /** Of digests that name none themselves; empty where the claim names none either. */
    String algorithm() {
        return claim.text("alg").orElse("");
    }

    boolean redacts() {
        return !claim.items("redacted_assertions").isEmpty();
    }

    Optional<String> title() {
        return claim.text("dc:title");
    }

    /** The program that wrote it: a map in version 2, a list of maps or one text before. */
    List<String> generators() {
        Optional<CborItem> info = claim.at("claim_generator_info");
        List<CborItem> infos = info.orElse(null) instanceof CborItem.Items items
                ? items.values()
                : info.stream().toList();
        List<String> names = infos.stream()
                .flatMap(each -> each
                        .text("name")
                        .map(name -> name
                                + each.text("version")
                                        .map(version -> " " + version)
                                        .orElse(""))
                        .stream())
                .toList();
        return names.isEmpty() ? claim.text("claim_generator").stream().toList() : names;
    }
}
