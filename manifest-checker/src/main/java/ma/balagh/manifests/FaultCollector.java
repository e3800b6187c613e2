package ma.balagh.manifests;

/** Receives the faults that a rule finds. */
@FunctionalInterface
interface FaultCollector {

    void add(KubernetesObject manifest, String mend);

    default void add(KubernetesObject manifest, String mend, Object... values) {
        add(manifest, mend.formatted(values));
    }
}
