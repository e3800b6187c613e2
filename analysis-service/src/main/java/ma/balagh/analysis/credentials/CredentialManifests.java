package ma.balagh.analysis.credentials;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.balagh.analysis.credentials.container.CredentialStore;
import ma.balagh.analysis.credentials.encoding.DamagedEncodingException;
import ma.balagh.analysis.credentials.encoding.JumbfBox;

/**
 * All manifests of a store.
 *
 * @param padding bytes behind the store's boxes that are not zero, as padding must be
 */
record CredentialManifests(List<CredentialManifest> all, long padding) {

    private static final Set<String> PLAIN = Set.of("c2ma", "c2um", "c2md");
    private static final String COMPRESSED = "c2cm";
    private static final String STORE = "c2pa";

    static CredentialManifests in(CredentialStore store) throws DamagedEncodingException, CredentialRejectedException {
        var all = new ArrayList<CredentialManifest>();
        long padding = 0;
        for (ByteBuffer part : store.parts()) {
            ByteBuffer rest = part.duplicate();
            JumbfBox box = JumbfBox.read(rest);
            if (!box.type().equals(STORE) || !box.label().equals(STORE)) {
                throw new DamagedEncodingException("no store");
            }
            for (JumbfBox child : box.children()) {
                if (child.type().equals(COMPRESSED)) {
                    throw CredentialRejectedException.unsupported("general.error", "compressed manifest");
                }
                if (PLAIN.contains(child.type())) {
                    all.add(new CredentialManifest(child));
                }
            }
            while (rest.hasRemaining()) {
                padding += rest.get() == 0 ? 0 : 1;
            }
        }
        if (all.isEmpty()) {
            throw CredentialRejectedException.malformed("claim.missing");
        }
        return new CredentialManifests(List.copyOf(all), padding);
    }

    /** The one that speaks of the medium as it is: the last. */
    CredentialManifest active() {
        return all.getLast();
    }

    /** Nothing where two have the label: nobody could say which was meant. */
    Optional<CredentialManifest> labelled(String label) {
        List<CredentialManifest> found =
                all.stream().filter(manifest -> manifest.label().equals(label)).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
