package ma.balagh.manifests;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The restricted profile of Pod Security, and what we ask beyond it. */
final class PodSecurity {

    private static final List<String> HOST = List.of("hostNetwork", "hostPID", "hostIPC", "shareProcessNamespace");

    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");

    private PodSecurity() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("host", PodSecurity::host),
                new Rule("volume-kind", PodSecurity::volumeKind),
                new Rule("volume-size", PodSecurity::volumeSize),
                new Rule("non-root", PodSecurity::nonRoot),
                new Rule("confinement", PodSecurity::confinement),
                new Rule("seccomp", PodSecurity::seccomp),
                new Rule("privilege", PodSecurity::privilege),
                new Rule("capabilities", PodSecurity::capabilities),
                new Rule("read-only-root", PodSecurity::readOnlyRoot),
                new Rule("token", PodSecurity::token));
    }

    private static void host(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            for (var field : HOST) {
                if (pod.spec().at(field).is(true)) {
                    findings.add(pod.owner(), "remove %s: it leaves the namespace of its own".formatted(field));
                }
            }
            if (pod.ports().stream().anyMatch(port -> port.at("hostPort").exists())) {
                findings.add(pod.owner(), "remove hostPort: it takes a port of the node");
            }
        }
    }

    private static void volumeKind(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            for (var volume : pod.spec().at("volumes").items()) {
                volume.fields().keySet().stream()
                        .filter(kind -> !kind.equals("name") && !VOLUMES.contains(kind))
                        .forEach(kind -> findings.add(
                                pod.owner(),
                                "volume '%s' is a %s, which restricted pods may not have; take a claim or emptyDir"
                                        .formatted(volume.at("name").text(), kind)));
            }
        }
    }

    /** What a container says, or else its pod. */
    private static Node either(Pod pod, Node container, String... path) {
        var own = container.at("securityContext").at(path);
        return own.exists() ? own : pod.spec().at("securityContext").at(path);
    }

    private static void volumeSize(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            if (pod.mainContainers().stream().map(Application::of).allMatch(Optional::isEmpty)) {
                continue;
            }
            for (var volume : pod.spec().at("volumes").items()) {
                if (volume.at("emptyDir").exists()
                        && !volume.at("emptyDir", "sizeLimit").exists()) {
                    findings.add(
                            pod.owner(),
                            "give emptyDir '%s' a sizeLimit, or it may fill its node"
                                    .formatted(volume.at("name").text()));
                }
            }
        }
    }

    private static void nonRoot(Manifests manifests, Findings findings) {
        each(
                manifests,
                findings,
                (pod, container) -> either(pod, container, "runAsNonRoot").is(true)
                                && !either(pod, container, "runAsUser").text().equals("0")
                        ? ""
                        : "set securityContext.runAsNonRoot: true and no runAsUser 0 for container %s");
    }

    private static void confinement(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            var context = pod.spec().at("securityContext");
            for (var group : List.of("runAsGroup", "fsGroup")) {
                if (context.at(group).text().equals("0")) {
                    findings.add(pod.owner(), "set securityContext.%s to another group than 0".formatted(group));
                }
            }
            if (context.at("supplementalGroups").items().stream()
                    .anyMatch(group -> group.text().equals("0"))) {
                findings.add(pod.owner(), "remove group 0 from securityContext.supplementalGroups");
            }
            if (!context.at("sysctls").items().isEmpty()) {
                findings.add(pod.owner(), "remove securityContext.sysctls: the node's kernel is not this pod's");
            }
        }
        each(manifests, findings, (pod, container) -> {
            if (container.at("securityContext", "runAsGroup").text().equals("0")) {
                return "set securityContext.runAsGroup of container %s to another group than 0";
            }
            if (!Set.of("", "Default")
                    .contains(either(pod, container, "procMount").text())) {
                return "remove securityContext.procMount of container %s";
            }
            if (either(pod, container, "appArmorProfile", "type").text().equals("Unconfined")) {
                return "remove appArmorProfile Unconfined of container %s";
            }
            return either(pod, container, "seLinuxOptions").exists()
                    ? "remove securityContext.seLinuxOptions of container %s"
                    : "";
        });
    }

    private static void seccomp(Manifests manifests, Findings findings) {
        each(
                manifests,
                findings,
                (pod, container) ->
                        either(pod, container, "seccompProfile", "type").text().equals("RuntimeDefault")
                                ? ""
                                : "set securityContext.seccompProfile.type: RuntimeDefault for container %s");
    }

    private static void privilege(Manifests manifests, Findings findings) {
        each(manifests, findings, (pod, container) -> {
            var context = container.at("securityContext");
            if (context.at("privileged").is(true)) {
                return "remove securityContext.privileged of container %s";
            }
            return context.at("allowPrivilegeEscalation").is(false)
                    ? ""
                    : "set securityContext.allowPrivilegeEscalation: false for container %s";
        });
    }

    private static void capabilities(Manifests manifests, Findings findings) {
        each(manifests, findings, (pod, container) -> {
            var capabilities = container.at("securityContext", "capabilities");
            boolean dropped = capabilities.at("drop").items().stream()
                    .anyMatch(name -> name.text().equals("ALL"));
            return dropped && capabilities.at("add").items().isEmpty()
                    ? ""
                    : "drop ALL capabilities and add none for container %s";
        });
    }

    private static void readOnlyRoot(Manifests manifests, Findings findings) {
        each(
                manifests,
                findings,
                (pod, container) -> container
                                .at("securityContext", "readOnlyRootFilesystem")
                                .is(true)
                        ? ""
                        : "set securityContext.readOnlyRootFilesystem: true for container %s and mount an emptyDir where it writes");
    }

    private static void token(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            if (!pod.spec().at("automountServiceAccountToken").is(false)) {
                findings.add(pod.owner(), "set automountServiceAccountToken: false: it never asks the API server");
            }
            if (pod.spec().at("volumes").items().stream()
                    .flatMap(volume -> volume.at("projected", "sources").items().stream())
                    .anyMatch(source -> source.at("serviceAccountToken").exists())) {
                findings.add(pod.owner(), "remove the volume with serviceAccountToken: it never asks the API server");
            }
        }
    }

    @FunctionalInterface
    private interface Demand {
        /** What to mend, with a place for the container's name; empty where all is well. */
        String of(Pod pod, Node container);
    }

    private static void each(Manifests manifests, Findings findings, Demand demand) {
        for (var pod : manifests.pods()) {
            for (var container : pod.containers()) {
                var mend = demand.of(pod, container);
                if (!mend.isEmpty()) {
                    findings.add(
                            pod.owner(), mend.formatted(container.at("name").text()));
                }
            }
        }
    }
}
