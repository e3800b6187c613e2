package ma.balagh.manifests;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One of our applications, in a container that a workload has pods of. */
record ApplicationInstance(
        ManifestSet manifests, WorkloadPod pod, YamlNode container, DeployedApplication application) {

    /** Those of all pods; containers that prepare a pod are none. */
    static List<ApplicationInstance> of(ManifestSet manifests) {
        return manifests.pods().stream().flatMap(pod -> of(manifests, pod)).toList();
    }

    static Stream<ApplicationInstance> of(ManifestSet manifests, WorkloadPod pod) {
        return pod.mainContainers().stream()
                .flatMap(container -> DeployedApplication.of(container)
                        .map(application -> new ApplicationInstance(manifests, pod, container, application))
                        .stream());
    }

    KubernetesObject owner() {
        return pod.owner();
    }

    boolean isServing() {
        return pod.isServing();
    }

    /** What a variable is in the end, empty without. */
    String value(String name) {
        return EnvironmentReader.value(manifests, container, name);
    }

    Optional<EnvironmentVariable> variable(String name) {
        return EnvironmentReader.variable(manifests, container, name);
    }

    /** What has to be changed for another value of a variable. */
    KubernetesObject giver(String name) {
        return variable(name).map(variable -> variable.giver(pod)).orElse(owner());
    }

    Map<String, EnvironmentVariable> variables() {
        return EnvironmentReader.variables(manifests, container);
    }

    Set<String> names() {
        return variables().keySet();
    }
}
