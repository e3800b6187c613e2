package ma.balagh.manifests;

/** Takes what a rule finds. */
@FunctionalInterface
interface Findings {

    void add(Manifest manifest, String mend);

    default void add(Manifest manifest, String mend, Object... values) {
        add(manifest, mend.formatted(values));
    }
}
