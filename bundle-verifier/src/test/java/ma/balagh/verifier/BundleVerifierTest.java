package ma.balagh.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class BundleVerifierTest {

    private static final String CUSTODY = BundleVerifier.CUSTODY;

    private final Forgery forgery = new Forgery();

    @Test
    void acceptsARealBundleAndSaysThatItDoesNotKnowWhoMadeIt() {
        // When
        VerificationReport report = verify(Forgery.original());
        // Then
        assertThat(report.isAccepted()).isTrue();
        for (BundleClaim claim : BundleClaim.values()) {
            boolean needsTrust = Set.of(
                            BundleClaim.MANIFEST_SIGNER, BundleClaim.ANCHOR_SIGNER, BundleClaim.TIME_STAMP_AUTHORITY)
                    .contains(claim);
            assertThat(report.outcome(claim))
                    .as(claim.label())
                    .isEqualTo(needsTrust ? CheckOutcome.UNKNOWN : CheckOutcome.PASS);
        }
        assertThat(report.of(BundleClaim.MANIFEST_SIGNER).getFirst().reason()).contains("not whose key it is");
    }

    @Test
    void knowsWhomTheReaderTrusts() throws CertificateException {
        // Given
        String authority = forgery.names(".pem").getFirst();
        var trust =
                new TrustAnchors(Set.of(forgery.manifestKey()), TrustAnchors.certificatesIn(forgery.get(authority)));
        // When
        VerificationReport report = verify(Forgery.original(), trust);
        // Then
        assertThat(report.findings()).allMatch(finding -> finding.outcome() == CheckOutcome.PASS);
        assertThat(report.hasUnknown()).isFalse();
    }

    @Test
    void rejectsABundleOfWhichAnyEntryWasTakenAway() {
        for (String name : forgery.names()) {
            VerificationReport report = verify(new Forgery().without(name).zip());
            assertThat(report.findings())
                    .as(name)
                    .anyMatch(finding -> finding.outcome() == CheckOutcome.FAIL
                            && name.equals(finding.place().entry()));
        }
    }

    @Test
    void rejectsABundleToWhichAnEntryWasAdded() {
        // Given
        String added = "keys/" + "0".repeat(64) + ".pem";
        // Then
        assertFails(
                verify(forgery.with(added, new byte[] {1}).zip()), BundleClaim.DIGESTS, FindingLocation.entry(added));
        assertFails(verify(new Forgery().with("evil.exe", new byte[] {1}).zip()), BundleClaim.CONTAINER, null);
        assertFails(
                verify(new Forgery().with("../../etc/passwd", new byte[] {1}).zip()), BundleClaim.CONTAINER, null);
    }

    @Test
    void rejectsABundleInAnotherOrderOrWithAnEntryTwice() {
        // Given
        List<String> reversed = new ArrayList<>(forgery.names());
        Collections.reverse(reversed);
        List<String> twice = new ArrayList<>(forgery.names());
        twice.add(1, twice.getFirst());
        // Then
        assertFails(verify(forgery.zip(reversed)), BundleClaim.CONTAINER, null);
        assertFails(verify(forgery.zip(twice)), BundleClaim.CONTAINER, null);
    }

    @Test
    void rejectsAByteThatWasChangedWithItsCrc() {
        for (String name : forgery.names()) {
            byte[] content = forgery.get(name);
            for (int i = 0; i < content.length; i += 151) {
                byte[] changed = content.clone();
                changed[i] ^= 0x04;
                VerificationReport report =
                        verify(new Forgery().with(name, changed).zip());
                assertThat(report.outcome(BundleClaim.CONTAINER)).isEqualTo(CheckOutcome.PASS);
                assertThat(report.isAccepted()).as("%s at %d", name, i).isFalse();
            }
        }
    }

    @Test
    void findsOnTheAnchorWhatAnInsiderRewroteWithAllHashes() {
        // Given: somebody who has the agency's key and puts another name into entry 2
        String actor = forgery.json(CUSTODY).objects("items").get(1).text("actor");
        rewriteCustody(text -> text.replace("\"" + actor + "\"", "\"somebody\""));
        // When
        VerificationReport report = verify(forgery.sealed().zip());
        // Then
        assertThat(report.outcome(BundleClaim.DIGESTS)).isEqualTo(CheckOutcome.PASS);
        assertThat(report.outcome(BundleClaim.MANIFEST_SIGNATURE)).isEqualTo(CheckOutcome.PASS);
        assertThat(report.outcome(BundleClaim.CUSTODY)).isEqualTo(CheckOutcome.PASS);
        assertFails(report, BundleClaim.INCLUSION, FindingLocation.sequence(2));
    }

    @Test
    void findsOnTheAnchorThatTheEndWasCutOff() {
        // Given
        Map<String, Object> custody = forgery.json(CUSTODY).members();
        var items = new ArrayList<>((List<?>) custody.getOrDefault("items", List.of()));
        custody.put("items", items.subList(0, items.size() - 1));
        // When
        VerificationReport report = verify(forgery.with(CUSTODY, CanonicalJsonObject.canonical(custody))
                .sealed()
                .zip());
        // Then
        assertThat(report.outcome(BundleClaim.CUSTODY)).isEqualTo(CheckOutcome.PASS);
        assertFails(report, BundleClaim.INCLUSION, FindingLocation.sequence(items.size()));
    }

    @Test
    void findsThatTheOriginalIsAnother() {
        // Given
        byte[] other = forgery.get("original.mp4").clone();
        other[100] ^= 1;
        String before = Sha256Hasher.hex(forgery.get("original.mp4"));
        // When: only the manifest knows of it
        forgery.with("original.mp4", other)
                .with("manifest.json", text -> text.replace(before, Sha256Hasher.hex(other)));
        VerificationReport report = verify(forgery.sealed().zip());
        // Then
        assertFails(report, BundleClaim.ORIGINAL, FindingLocation.entry("original.mp4"));
        // When: custody was rewritten for it, too
        rewriteCustody(text -> text.replace(before, Sha256Hasher.hex(other)));
        report = verify(forgery.sealed().zip());
        // Then
        assertThat(report.outcome(BundleClaim.ORIGINAL)).isEqualTo(CheckOutcome.PASS);
        assertFails(report, BundleClaim.INCLUSION, FindingLocation.sequence(1));
    }

    @Test
    void doesNotTakeAStrangersSealForTheAgencys() throws Exception {
        // Given
        KeyPair stranger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String id = Sha256Hasher.hex(stranger.getPublic().getEncoded());
        String agency = forgery.manifestKey();
        // When
        byte[] bundle = forgery.with("keys/" + id + ".pem", pem(stranger).getBytes(UTF_8))
                .sealed(stranger.getPrivate(), id)
                .zip();
        // Then
        VerificationReport report = verify(bundle, new TrustAnchors(Set.of(agency), List.of()));
        assertThat(report.outcome(BundleClaim.MANIFEST_SIGNATURE)).isEqualTo(CheckOutcome.PASS);
        assertThat(report.outcome(BundleClaim.MANIFEST_SIGNER)).isEqualTo(CheckOutcome.UNKNOWN);
        assertThat(report.outcome(BundleClaim.ANCHOR_SIGNER)).isEqualTo(CheckOutcome.PASS);
    }

    @Test
    void rejectsAnAnchorThatAnotherKeySigned() throws Exception {
        // Given
        String anchor = forgery.names(".tsr").getLast().replace(".tsr", ".json");
        KeyPair stranger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String id = Sha256Hasher.hex(stranger.getPublic().getEncoded());
        String agency = forgery.manifestKey();
        Map<String, Object> statement = forgery.json(anchor).object("statement").members();
        byte[] signed = Forgery.sign(stranger.getPrivate(), CanonicalJsonObject.canonical(statement));
        // When: the name of the agency's key stays
        Map<String, Object> file = forgery.json(anchor).members();
        file.put("signature", Base64.getEncoder().encodeToString(signed));
        forgery.with(anchor, CanonicalJsonObject.canonical(file));
        // Then
        assertFails(verify(forgery.sealed().zip()), BundleClaim.ANCHOR_SIGNATURES, FindingLocation.entry(anchor));
        // When: it names the stranger's key, which is in the bundle
        statement.put("keyId", id);
        signed = Forgery.sign(stranger.getPrivate(), CanonicalJsonObject.canonical(statement));
        file = CanonicalJsonObject.read(
                        anchor,
                        0,
                        CanonicalJsonObject.canonical(Map.of(
                                "signature", Base64.getEncoder().encodeToString(signed), "statement", statement)))
                .members();
        forgery.with(anchor, CanonicalJsonObject.canonical(file))
                .with("keys/" + id + ".pem", pem(stranger).getBytes(UTF_8));
        VerificationReport report = verify(forgery.sealed().zip(), new TrustAnchors(Set.of(agency), List.of()));
        // Then
        assertThat(report.outcome(BundleClaim.ANCHOR_SIGNER)).isEqualTo(CheckOutcome.UNKNOWN);
        assertFails(report, BundleClaim.TIME_STAMPS, FindingLocation.entry(anchor.replace(".json", ".tsr")));
    }

    @Test
    void rejectsAnchorsThatDoNotFollowFromEachOther() {
        // Given: the middle one is missing, and its proof with it
        String middle = forgery.names(".tsr").get(1).replace(".tsr", "");
        forgery.without(middle + ".json").without(middle + ".tsr").without(middle + ".proof.json");
        // Then
        assertThat(verify(forgery.sealed().zip()).outcome(BundleClaim.ANCHOR_ORDER))
                .isEqualTo(CheckOutcome.FAIL);
    }

    @Test
    void doesNotKnowWhatNoAnchorCovers() {
        // Given: the newest anchor is missing
        String newest = forgery.names(".tsr").getLast().replace(".tsr", "");
        forgery.without(newest + ".json").without(newest + ".tsr").without(newest + ".proof.json");
        // When
        VerificationReport report = verify(forgery.sealed().zip());
        // Then
        assertThat(report.isAccepted()).isTrue();
        assertThat(report.of(BundleClaim.COVERAGE))
                .extracting(CheckFinding::place)
                .containsExactly(FindingLocation.sequence(3));
        assertThat(report.outcome(BundleClaim.COVERAGE)).isEqualTo(CheckOutcome.UNKNOWN);
    }

    @Test
    void doesNotKnowWhenAnAnchorWithoutAStampWasMade() {
        // Given
        String stamp = forgery.names(".tsr").getFirst();
        // When
        VerificationReport report = verify(forgery.without(stamp).sealed().zip());
        // Then
        assertThat(report.isAccepted()).isTrue();
        assertThat(report.outcome(BundleClaim.TIME_STAMPS)).isEqualTo(CheckOutcome.UNKNOWN);
    }

    private void rewriteCustody(UnaryOperator<String> change) {
        forgery.with(CUSTODY, change);
        Map<String, Object> custody = forgery.json(CUSTODY).members();
        var items = new ArrayList<Object>();
        String previous = "0".repeat(64);
        for (CanonicalJsonObject item : forgery.json(CUSTODY).objects("items")) {
            Map<String, Object> members = item.members();
            members.put("previousHash", previous);
            Map<String, Object> hashed = item.members();
            hashed.put("previousHash", previous);
            hashed.remove("hash");
            hashed.put("evidenceId", forgery.json(CUSTODY).text("evidenceId"));
            hashed.put("format", "balagh-custody/1");
            previous = Sha256Hasher.hex(CanonicalJsonObject.canonical(hashed));
            members.put("hash", previous);
            items.add(members);
        }
        custody.put("items", items);
        forgery.with(CUSTODY, CanonicalJsonObject.canonical(custody));
    }

    private static void assertFails(VerificationReport report, BundleClaim claim, @Nullable FindingLocation place) {
        assertThat(report.of(claim))
                .as("%s in %s", claim, report.findings())
                .anyMatch(finding -> finding.outcome() == CheckOutcome.FAIL
                        && finding.place().isNamed()
                        && (place == null
                                || String.valueOf(place.entry())
                                                .equals(String.valueOf(
                                                        finding.place().entry()))
                                        && (place.sequence() == null
                                                || place.sequence()
                                                        .equals(finding.place().sequence()))));
    }

    private static String pem(KeyPair keys) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n";
    }

    private static VerificationReport verify(byte[] bundle) {
        return verify(bundle, TrustAnchors.NOBODY);
    }

    private static VerificationReport verify(byte[] bundle, TrustAnchors trust) {
        try {
            return new BundleVerifier(trust, new SignatureVerifier()).verify(new ByteArrayInputStream(bundle));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
