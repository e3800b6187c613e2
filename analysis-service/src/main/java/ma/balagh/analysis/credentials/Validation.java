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
import ma.balagh.analysis.credentials.container.Carried.Format;
import ma.balagh.analysis.credentials.container.Medium;
import ma.balagh.analysis.credentials.container.Store;
import ma.balagh.analysis.credentials.encoding.Damaged;
import ma.balagh.analysis.credentials.encoding.Jumbf;
import ma.balagh.analysis.finding.Finding;

/**
 * Validates a store (C2PA specification 2.2, 15): the signature of the active claim, the digests of its assertions, its
 * binding to the medium, the manifests that it builds on, the validity of the certificate. Nothing is fetched; there is no
 * list of authorities to trust, so every signer is {@code signingCredential.untrusted}.
 */
final class Validation {

    private static final int MOST_UPDATES = 16;

    private final Medium medium;
    private final Format format;
    private final Store store;
    private final Instant now;
    private final Map<String, String> known = new HashMap<>();
    private final List<String> codes = new ArrayList<>();

    Validation(Medium medium, Format format, Store store, Instant now) {
        this.medium = medium;
        this.format = format;
        this.store = store;
        this.now = now;
    }

    Finding finding() throws IOException {
        try {
            return say(judged(), Optional.empty());
        } catch (Rejection rejection) {
            know("feature", rejection.feature());
            return say(rejection.statement(), Optional.of(rejection.code()));
        } catch (Damaged e) {
            return CredentialsStatement.UNREADABLE.alone();
        }
    }

    private CredentialsStatement judged() throws Rejection, IOException, Damaged {
        Manifests manifests = Manifests.in(store);
        Claim claim = Claim.of(manifests.active());
        CoseSignature signature = CoseSignature.read(claim.manifest()
                .signature()
                .flatMap(Jumbf::cbor)
                .orElseThrow(() -> Rejection.signature("claimSignature.missing")));
        Signer signer = signature.signer();
        signature.verify(signer, claim.signed());
        Optional<TimeStamp> timeStamp = signature.timeStamp(claim.signed()).map(TimeStamp::of);
        codes.add("claimSignature.validated");
        know(signer, timeStamp);
        know("generator", Told.by(claim.generators()));
        know("title", claim.title().map(Told::by).orElse(Told.NOTHING));

        claim.verifyAssertions();
        codes.add("assertion.hashedURI.match");
        know(Actions.of(claim, List.of()));

        HardBinding.Verified bound = bound(claim, manifests);
        codes.add(bound.status());
        long uncovered = bound.uncovered() + manifests.padding() + store.foreign();
        know("binding", bound.binding().label());
        know("uncovered-bytes", Long.toString(uncovered));

        Ingredients ingredients = Ingredients.of(claim, manifests);
        know(ingredients);
        Actions actions = Actions.of(claim, ingredients.history());
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
    private HardBinding.Verified bound(Claim active, Manifests manifests) throws Rejection, IOException {
        Claim claim = active;
        for (int k = 0; claim.manifest().isUpdate() && k < MOST_UPDATES; k++) {
            claim = Ingredients.of(claim, manifests)
                    .parent()
                    .orElseThrow(() -> Rejection.malformed("manifest.update.wrongParents"));
        }
        return HardBinding.verify(claim, new Bound(medium, format, store, claim != active));
    }

    private void know(Signer signer, Optional<TimeStamp> timeStamp) {
        know("signer", signer.name());
        know("issuer", signer.issuer());
        know("valid-from", time(signer.certificate().getNotBefore().toInstant()));
        know("valid-until", time(signer.certificate().getNotAfter().toInstant()));
        timeStamp.ifPresent(stamp -> {
            codes.add(stamp.status());
            know("signed-at", stamp.time().map(Validation::time).orElse(Told.NOTHING));
            know("time-stamp-authority", stamp.authority());
        });
    }

    private void know(Actions actions) {
        know("actions", Told.by(actions.names()));
        know("source-types", Told.by(actions.sourceTypes()));
    }

    private void know(Ingredients ingredients) {
        know("ingredients", Integer.toString(ingredients.count()));
        know("ingredients-with-credentials", Integer.toString(ingredients.withManifest()));
        know(
                "parent",
                ingredients
                        .parent()
                        .map(parent -> Told.by(parent.manifest().label()))
                        .orElse(Told.NOTHING));
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
                .collect(Collectors.toMap(fact -> fact, fact -> known.getOrDefault(fact, Told.NOTHING))));
    }
}
