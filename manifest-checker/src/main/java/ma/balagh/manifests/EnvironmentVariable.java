package ma.balagh.manifests;

import java.util.Optional;

/**
 * An environment variable, as a container has it in the end.
 *
 * @param source the ConfigMap or Secret that gives it; empty where the container's own entry does
 * @param value nothing where it is not in the manifests
 */
record EnvironmentVariable(Optional<KubernetesObject> source, String name, YamlNode value) {

    /** What has to be changed for another value. */
    KubernetesObject giver(WorkloadPod pod) {
        return source.orElse(pod.owner());
    }

    boolean isEmpty() {
        return value.exists() && value.text().isBlank();
    }
}
