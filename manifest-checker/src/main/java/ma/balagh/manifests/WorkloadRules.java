package ma.balagh.manifests;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Objects stand once and in the suite's namespace; pods are known by their labels and run their own application. */
final class WorkloadRules {

    private static final Map<String, DeployedApplication> IMAGES = Map.of(
            "intake", DeployedApplication.INTAKE,
            "analysis", DeployedApplication.ANALYSIS,
            "analysis-worker", DeployedApplication.ANALYSIS,
            "dispatch", DeployedApplication.DISPATCH,
            "portal", DeployedApplication.PORTAL);

    private WorkloadRules() {}

    static List<ManifestRule> rules() {
        return List.of(
                new ManifestRule("unique-name", WorkloadRules::names),
                new ManifestRule("one-namespace", WorkloadRules::namespaces),
                new ManifestRule("part", WorkloadRules::parts),
                new ManifestRule("own-image", WorkloadRules::images),
                new ManifestRule("service-account", WorkloadRules::accounts));
    }

    private static void names(ManifestSet manifests, FaultCollector findings) {
        var seen = new HashSet<String>();
        for (var manifest : manifests.all()) {
            if (!seen.add(manifest + " " + manifest.namespace())) {
                findings.add(manifest, "it stands here twice; remove or rename one");
            }
        }
    }

    private static void namespaces(ManifestSet manifests, FaultCollector findings) {
        var made = manifests.of("Namespace").map(KubernetesObject::name).toList();
        for (var manifest : manifests.all()) {
            if (!manifest.is("Namespace") && !made.contains(manifest.namespace())) {
                findings.add(manifest, "its namespace '%s' is none of those made here, %s", manifest.namespace(), made);
            }
        }
    }

    /** The label by which policies know pods; Jobs carry that of the application that they run. */
    private static void parts(ManifestSet manifests, FaultCollector findings) {
        for (var pod : manifests.pods()) {
            var label = pod.labels().getOrDefault(CallGraph.PART, "");
            var own = ending(pod);
            if (own.isPresent() ? !label.equals(own.get()) : !CallGraph.parts().contains(label)) {
                findings.add(
                        pod.owner(),
                        "label its pods %s: %s, not '%s', or policies take them for others",
                        CallGraph.PART,
                        own.orElseGet(() -> "one of " + CallGraph.parts()),
                        label);
            }
        }
    }

    private static Optional<String> ending(WorkloadPod pod) {
        return pod.isServing()
                ? Optional.empty()
                : applications(pod).stream()
                        .findFirst()
                        .map(application -> application.account()
                                + (pod.mainContainers().stream().anyMatch(JobRules::exits) ? "-migrations" : ""));
    }

    private static List<DeployedApplication> applications(WorkloadPod pod) {
        return pod.mainContainers().stream()
                .flatMap(container -> DeployedApplication.of(container).stream())
                .toList();
    }

    private static void images(ManifestSet manifests, FaultCollector findings) {
        for (var pod : manifests.pods()) {
            var expected = IMAGES.get(pod.owner().name());
            if (pod.owner().is("Deployment")
                    && expected != null
                    && !applications(pod).contains(expected)) {
                findings.add(pod.owner(), "let its image be %s's", expected.module());
            }
        }
    }

    private static void accounts(ManifestSet manifests, FaultCollector findings) {
        for (var pod : manifests.pods()) {
            var account = pod.spec().text("serviceAccountName");
            if (manifests.find("ServiceAccount", account).isEmpty()) {
                findings.add(pod.owner(), "there is no ServiceAccount '%s'", account);
            }
        }
    }
}
