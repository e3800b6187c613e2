package ma.balagh.manifests;

/** Something that must hold of the manifests together. */
record Rule(String name, Check check) {

    @FunctionalInterface
    interface Check {
        void look(Manifests manifests, Findings findings);
    }
}
