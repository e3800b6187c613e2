package ma.balagh.analysis.credentials;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import ma.balagh.analysis.credentials.encoding.CborItem;
import ma.balagh.analysis.credentials.encoding.JumbfBox;

/**
 * The media that this one was made from, and their manifests in the store (C2PA specification 2.2, 15.11).
 *
 * @param count of what the active manifest names
 * @param withManifest how many of these brought a manifest
 * @param parent the manifest of what the medium was before, where it had one
 * @param history claims of earlier manifests, verified by the digests of later ones
 */
record IngredientAssertions(
        int count, int withManifest, Optional<CredentialClaim> parent, List<CredentialClaim> history) {

    private static final Set<String> LABELS = Set.of("c2pa.ingredient", "c2pa.ingredient.v2", "c2pa.ingredient.v3");

    private static final int MOST_MANIFESTS = 64;

    static IngredientAssertions of(CredentialClaim active, CredentialManifests manifests)
            throws CredentialRejectedException {
        return new Walk(active, manifests).ingredients();
    }

    private static final class Walk {

        private final CredentialClaim active;
        private final CredentialManifests manifests;
        private final Queue<CredentialClaim> open = new ArrayDeque<>();
        private final Set<String> seen = new HashSet<>();
        private final List<CredentialClaim> history = new ArrayList<>();
        private int count;
        private int withManifest;
        private Optional<CredentialClaim> parent = Optional.empty();

        /** What was blacked out of earlier manifests, as the specification lets later ones do, changes their digest. */
        private boolean isRedacted;

        Walk(CredentialClaim active, CredentialManifests manifests) {
            this.active = active;
            this.manifests = manifests;
        }

        IngredientAssertions ingredients() throws CredentialRejectedException {
            open.add(active);
            seen.add(active.manifest().label());
            while (!open.isEmpty()) {
                CredentialClaim claim = open.remove();
                isRedacted |= claim.redacts();
                for (JumbfBox assertion : claim.assertions(LABELS)) {
                    follow(claim, CredentialClaim.content(assertion));
                }
            }
            return new IngredientAssertions(count, withManifest, parent, List.copyOf(history));
        }

        private void follow(CredentialClaim claim, CborItem ingredient) throws CredentialRejectedException {
            boolean isOwn = claim == active;
            count += isOwn ? 1 : 0;
            Optional<HashedUri> reference = ingredient
                    .at("activeManifest")
                    .or(() -> ingredient.at("c2pa_manifest"))
                    .flatMap(HashedUri::of);
            if (reference.isEmpty()) {
                return;
            }
            withManifest += isOwn ? 1 : 0;
            CredentialManifest manifest = CredentialManifest.labelOf(
                            reference.get().url())
                    .flatMap(manifests::labelled)
                    .orElseThrow(() -> CredentialRejectedException.history("ingredient.manifest.missing"));
            if (!seen.add(manifest.label()) || seen.size() > MOST_MANIFESTS) {
                return;
            }
            if (!isDigested(reference.get(), manifest, claim.algorithm())) {
                if (isRedacted) {
                    return;
                }
                throw CredentialRejectedException.history("ingredient.manifest.mismatch");
            }
            Optional<CredentialClaim> earlier = verified(manifest);
            earlier.ifPresent(history::add);
            earlier.ifPresent(open::add);
            if (isOwn
                    && ingredient
                            .text("relationship")
                            .filter("parentOf"::equals)
                            .isPresent()) {
                parent = earlier;
            }
        }

        /** Version 1.0 digests the claim of the earlier manifest alone, which digests the rest. */
        private static boolean isDigested(HashedUri reference, CredentialManifest manifest, String algorithm)
                throws CredentialRejectedException {
            return reference.matches(manifest.box().content(), algorithm)
                    || reference.matches(manifest.claim(), algorithm);
        }

        /** Its bytes are what a later signature covers; whether they are in order is another matter. */
        private static Optional<CredentialClaim> verified(CredentialManifest manifest) {
            try {
                CredentialClaim claim = CredentialClaim.of(manifest);
                claim.verifyAssertions();
                return Optional.of(claim);
            } catch (CredentialRejectedException notInOrder) {
                return Optional.empty();
            }
        }
    }
}
