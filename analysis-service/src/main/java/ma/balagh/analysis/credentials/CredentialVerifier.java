package ma.balagh.analysis.credentials;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.analysis.credentials.HardBinding.Bound;
import ma.balagh.analysis.credentials.container.CredentialStore;
import ma.balagh.analysis.credentials.container.EmbeddedCredentials.Format;
import ma.balagh.analysis.credentials.container.MediumBytesReader;
import ma.balagh.analysis.credentials.encoding.DamagedEncodingException;
import ma.balagh.analysis.credentials.encoding.JumbfBox;
import ma.balagh.analysis.finding.Finding;

/**
 * Validates a store (C2PA specification 2.2, 15): the signature of the active claim, the digests of its assertions, its
 * binding to the medium, the manifests that it builds on, the validity of the certificate. Nothing is fetched; there is no
 * list of authorities to trust, so every signer is {@code signingCredential.untrusted}.
 */
final class CredentialVerifier {

    private static final int MOST_UPDATES = 16;

    private final MediumBytesReader medium;
    private final Format format;
    private final CredentialStore store;
    private final Instant now;
    private final Map<String, String> known = new HashMap<>();
    private final List<String> codes = new ArrayList<>();

    CredentialVerifier(MediumBytesReader medium, Format format, CredentialStore store, Instant now) {
        this.medium = medium;
        this.format = format;
        this.store = store;
        this.now = now;
    }

    Finding finding() throws IOException {
        try {
            return say(judged(), Optional.empty());
        } catch (CredentialRejectedException rejection) {
            know("feature", rejection.feature());
            return say(rejection.statement(), Optional.of(rejection.code()));
        } catch (DamagedEncodingException e) {
            return CredentialsStatement.UNREADABLE.alone();
        }
    }

    private CredentialsStatement judged() throws CredentialRejectedException, IOException, DamagedEncodingException {
        CredentialManifests manifests = CredentialManifests.in(store);
        CredentialClaim claim = CredentialClaim.of(manifests.active());
        CoseSignatureVerifier signature = CoseSignatureVerifier.read(claim.manifest()
                .signature()
                .flatMap(JumbfBox::cbor)
                .orElseThrow(() -> CredentialRejectedException.signature("claimSignature.missing")));
        SignerCertificates signer = signature.signer();
        signature.verify(signer, claim.signed());
        Optional<TimeStamp> timeStamp = signature.timeStamp(claim.signed()).map(TimeStamp::of);
        codes.add("claimSignature.validated");
        know(signer, timeStamp);
        know("generator", DisplayText.by(claim.generators()));
        know("title", claim.title().map(DisplayText::by).orElse(DisplayText.NOTHING));

        claim.verifyAssertions();
        codes.add("assertion.hashedURI.match");
        know(ActionsAssertion.of(claim, List.of()));

        HardBinding.Verified bound = bound(claim, manifests);
        codes.add(bound.status());
        long uncovered = bound.uncovered() + manifests.padding() + store.foreign();
        know("binding", bound.binding().label());
        know("uncovered-bytes", Long.toString(uncovered));

        IngredientAssertions ingredients = IngredientAssertions.of(claim, manifests);
        know(ingredients);
        ActionsAssertion actions = ActionsAssertion.of(claim, ingredients.history());
        know(actions);

        if (!signer.isValidAt(timeStamp.flatMap(TimeStamp::time).orElse(now))) {
            codes.addFirst("claimSignature.outsideValidity");
            return actions.saysGenerated() ? CredentialsStatement.GENERATED_UNPROVEN : CredentialsStatement.EXPIRED;
        }
        codes.add("claimSignature.insideValidity");
        if (uncovered > 0) {
            return actions.saysGenerated()
                    ? CredentialsStatement.GENERATED_UNPROVEN
                    : CredentialsStatement.PARTLY_COVERED;
        }
        return actions.saysGenerated() ? CredentialsStatement.GENERATED : CredentialsStatement.VALID;
    }

    /** An update says nothing of the bytes: the manifest that it updates does, or the one which that updates. */
    private HardBinding.Verified bound(CredentialClaim active, CredentialManifests manifests)
            throws CredentialRejectedException, IOException {
        CredentialClaim claim = active;
        for (int k = 0; claim.manifest().isUpdate() && k < MOST_UPDATES; k++) {
            claim = IngredientAssertions.of(claim, manifests)
                    .parent()
                    .orElseThrow(() -> CredentialRejectedException.malformed("manifest.update.wrongParents"));
        }
        return HardBinding.verify(claim, new Bound(medium, format, store, claim != active));
    }

    private void know(SignerCertificates signer, Optional<TimeStamp> timeStamp) {
        know("signer", signer.name());
        know("issuer", signer.issuer());
        know("valid-from", time(signer.certificate().getNotBefore().toInstant()));
        know("valid-until", time(signer.certificate().getNotAfter().toInstant()));
        timeStamp.ifPresent(stamp -> {
            codes.add(stamp.status());
            know("signed-at", stamp.time().map(CredentialVerifier::time).orElse(DisplayText.NOTHING));
            know("time-stamp-authority", stamp.authority());
        });
    }

    private void know(ActionsAssertion actions) {
        know("actions", DisplayText.by(actions.names()));
        know("source-types", DisplayText.by(actions.sourceTypes()));
    }

    private void know(IngredientAssertions ingredients) {
        know("ingredients", Integer.toString(ingredients.count()));
        know("ingredients-with-credentials", Integer.toString(ingredients.withManifest()));
        know(
                "parent",
                ingredients
                        .parent()
                        .map(parent -> DisplayText.by(parent.manifest().label()))
                        .orElse(DisplayText.NOTHING));
    }

    private void know(String fact, String value) {
        known.put(fact, value);
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private Finding say(CredentialsStatement statement, Optional<String> decisive) {
        Stream<String> last = codes.isEmpty() ? Stream.empty() : Stream.of("signingCredential.untrusted");
        know(
                "status",
                Stream.of(decisive.stream(), codes.stream(), last)
                        .flatMap(each -> each)
                        .distinct()
                        .collect(Collectors.joining(", ")));
        return statement.with(statement.facts().stream()
                .collect(Collectors.toMap(fact -> fact, fact -> known.getOrDefault(fact, DisplayText.NOTHING))));
    }
}
