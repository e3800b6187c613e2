package ma.balagh.manifests;

/**
 * What is wrong with one object.
 *
 * @param rule the name of the rule that it breaks
 * @param mend what to do about it
 */
record ManifestFault(String rule, KubernetesObject manifest, String mend) {

    @Override
    public String toString() {
        return "%s: %s: %s [%s]".formatted(manifest.origin(), manifest, mend, rule);
    }
}
