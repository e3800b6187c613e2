package ma.balagh.manifests;

/** Takes what a rule finds. */
@FunctionalInterface
interface Findings {

    void add(Manifest manifest, String mend);
}
