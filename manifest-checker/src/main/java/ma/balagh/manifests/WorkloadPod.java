package ma.balagh.manifests;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The pods that a workload creates.
 *
 * @param owner the workload
 * @param template its pod template
 */
record WorkloadPod(KubernetesObject owner, YamlNode template) {

    Map<String, String> labels() {
        return template.at("metadata", "labels").texts();
    }

    YamlNode spec() {
        return template.at("spec");
    }

    /** Which part of the suite it is, as the policies name it. */
    String part() {
        return labels().getOrDefault(CallGraph.PART, owner.name());
    }

    List<YamlNode> containers() {
        return Stream.concat(spec().items("initContainers").stream(), spec().items("containers").stream())
                .toList();
    }

    List<YamlNode> mainContainers() {
        return spec().items("containers");
    }

    List<YamlNode> ports() {
        return mainContainers().stream()
                .flatMap(container -> container.items("ports").stream())
                .toList();
    }

    /** Whether it lives on, rather than doing something and ending. */
    boolean isServing() {
        return !owner.is("Job") && !owner.is("CronJob");
    }

    boolean hasPort(String nameOrNumber) {
        return ports().stream()
                .anyMatch(port -> port.text("name").equals(nameOrNumber)
                        || port.text("containerPort").equals(nameOrNumber));
    }
}
