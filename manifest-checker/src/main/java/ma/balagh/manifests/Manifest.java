package ma.balagh.manifests;

/**
 * One object.
 *
 * @param origin the file, or the stream, that it was read from
 */
record Manifest(String origin, Node content) {

    String apiVersion() {
        return content.at("apiVersion").text();
    }

    String kind() {
        return content.at("kind").text();
    }

    String name() {
        return content.at("metadata", "name").text();
    }

    String namespace() {
        return content.at("metadata", "namespace").text();
    }

    boolean is(String kind) {
        return kind().equals(kind);
    }

    Node spec() {
        return content.at("spec");
    }

    @Override
    public String toString() {
        return kind() + "/" + name();
    }
}
