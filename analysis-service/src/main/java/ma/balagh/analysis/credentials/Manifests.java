package ma.balagh.analysis.credentials;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.balagh.analysis.credentials.container.Store;
import ma.balagh.analysis.credentials.encoding.Damaged;
import ma.balagh.analysis.credentials.encoding.Jumbf;

/**
 * All manifests of a store.
 *
 * @param padding bytes behind the store's boxes that are not zero, as padding must be
 */
record Manifests(List<Manifest> all, long padding) {

    private static final Set<String> PLAIN = Set.of("c2ma", "c2um", "c2md");
    private static final String COMPRESSED = "c2cm";
    private static final String STORE = "c2pa";

    static Manifests in(Store store) throws Damaged, Rejection {
        var all = new ArrayList<Manifest>();
        long padding = 0;
        for (ByteBuffer part : store.parts()) {
            ByteBuffer rest = part.duplicate();
            Jumbf box = Jumbf.read(rest);
            if (!box.type().equals(STORE) || !box.label().equals(STORE)) {
                throw new Damaged("no store");
            }
            for (Jumbf child : box.children()) {
                if (child.type().equals(COMPRESSED)) {
                    throw Rejection.unsupported("general.error", "compressed manifest");
                }
                if (PLAIN.contains(child.type())) {
                    all.add(new Manifest(child));
                }
            }
            while (rest.hasRemaining()) {
                padding += rest.get() == 0 ? 0 : 1;
            }
        }
        if (all.isEmpty()) {
            throw Rejection.malformed("claim.missing");
        }
        return new Manifests(List.copyOf(all), padding);
    }

    /** The one that speaks of the medium as it is: the last. */
    Manifest active() {
        return all.getLast();
    }

    /** Nothing where two have the label: nobody could say which was meant. */
    Optional<Manifest> labelled(String label) {
        List<Manifest> found =
                all.stream().filter(manifest -> manifest.label().equals(label)).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
