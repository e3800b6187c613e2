package ma.balagh.manifests;

/**
 * One object.
 *
 * @param origin the file, or the stream, that it was read from
 */
record KubernetesObject(String origin, YamlNode content) {

    String apiVersion() {
        return content.text("apiVersion");
    }

    String kind() {
        return content.text("kind");
    }

    String name() {
        return content.text("metadata", "name");
    }

    String namespace() {
        return content.text("metadata", "namespace");
    }

    boolean is(String kind) {
        return kind().equals(kind);
    }

    YamlNode spec() {
        return content.at("spec");
    }

    @Override
    public String toString() {
        return kind() + "/" + name();
    }
}
