package ma.balagh.manifests;

import java.util.Optional;

/**
 * An environment variable, as a container has it in the end.
 *
 * @param source the ConfigMap or Secret that gives it; empty where the container's own entry does
 * @param value nothing where it is not in the manifests
 */
record Variable(Optional<Manifest> source, String name, Node value) {

    /** What has to be changed for another value. */
    Manifest giver(Pod pod) {
        return source.orElse(pod.owner());
    }

    boolean isEmpty() {
        return value.exists() && value.text().isBlank();
    }
}
