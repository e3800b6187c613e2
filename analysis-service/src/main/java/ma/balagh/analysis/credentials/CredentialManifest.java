package ma.balagh.analysis.credentials;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.balagh.analysis.credentials.encoding.JumbfBox;

/** One signed set of assertions within a store (C2PA specification 2.2, 11.1.4). */
record CredentialManifest(JumbfBox box) {

    static final String ASSERTIONS = "c2pa.assertions";

    private static final String HERE = "self#jumbf=";
    private static final String UPDATE = "c2um";
    private static final String CLAIM = "c2cl";
    private static final String SIGNATURE = "c2pa.signature";

    /** Of manifests that say more of content which stays, and leave its binding to the manifest before. */
    boolean isUpdate() {
        return box.type().equals(UPDATE);
    }

    String label() {
        return box.label();
    }

    ByteBuffer claim() throws CredentialRejectedException {
        List<JumbfBox> claims = box.children().stream()
                .filter(child -> child.type().equals(CLAIM))
                .toList();
        if (claims.isEmpty()) {
            throw CredentialRejectedException.malformed("claim.missing");
        }
        if (claims.size() > 1) {
            throw CredentialRejectedException.malformed("claim.multiple");
        }
        return claims.getFirst().cbor().orElseThrow(() -> CredentialRejectedException.malformed("claim.missing"));
    }

    Optional<JumbfBox> signature() {
        return box.child(SIGNATURE);
    }

    List<JumbfBox> assertions() {
        return box.child(ASSERTIONS).map(JumbfBox::children).orElse(List.of());
    }

    /** The path of a reference to something in this manifest; empty where it refers to something outside. */
    Optional<String> path(String url) {
        if (!url.startsWith(HERE)) {
            return Optional.empty();
        }
        Optional<String> fromStore = pathInStore(url);
        return fromStore.isEmpty()
                ? Optional.of(url.substring(HERE.length()))
                : fromStore
                        .filter(path -> path.startsWith(label() + "/"))
                        .map(path -> path.substring(label().length() + 1));
    }

    boolean isSignature(String url) {
        return path(url).filter(SIGNATURE::equals).isPresent();
    }

    /** The label of the manifest that a reference to a whole one, or to its claim, names. */
    static Optional<String> labelOf(String url) {
        return pathInStore(url).map(path -> path.split("/", 2)[0]);
    }

    /** What follows the store's own label, before which early writers leave out the stroke. */
    private static Optional<String> pathInStore(String url) {
        return Stream.of(HERE + "/c2pa/", HERE + "c2pa/")
                .filter(url::startsWith)
                .map(before -> url.substring(before.length()))
                .findFirst();
    }
}
