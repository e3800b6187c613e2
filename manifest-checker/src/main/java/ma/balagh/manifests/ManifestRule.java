package ma.balagh.manifests;

/** Something that must hold of the manifests together. */
record ManifestRule(String name, Check check) {

    @FunctionalInterface
    interface Check {
        void look(ManifestSet manifests, FaultCollector findings);
    }
}
