package ma.balagh.manifests;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One of our applications, in a container that a workload has pods of. */
record Instance(Manifests manifests, Pod pod, Node container, Application application) {

    /** Those of all pods; containers that prepare a pod are none. */
    static List<Instance> of(Manifests manifests) {
        return manifests.pods().stream().flatMap(pod -> of(manifests, pod)).toList();
    }

    static Stream<Instance> of(Manifests manifests, Pod pod) {
        return pod.mainContainers().stream()
                .flatMap(
                        container -> Application.of(container)
                                .map(application -> new Instance(manifests, pod, container, application))
                                .stream());
    }

    Manifest owner() {
        return pod.owner();
    }

    boolean isServing() {
        return pod.isServing();
    }

    /** What a variable is in the end, empty without. */
    String value(String name) {
        return Environment.value(manifests, container, name);
    }

    Optional<Variable> variable(String name) {
        return Environment.variable(manifests, container, name);
    }

    /** What has to be changed for another value of a variable. */
    Manifest giver(String name) {
        return variable(name).map(variable -> variable.giver(pod)).orElse(owner());
    }

    Map<String, Variable> variables() {
        return Environment.variables(manifests, container);
    }

    Set<String> names() {
        return variables().keySet();
    }
}
