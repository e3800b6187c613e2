package ma.balagh.manifests;

import java.util.List;
import java.util.Optional;

/** The label by which policies know pods: Jobs carry that of the application that they run. */
final class Parts {

    private Parts() {}

    static List<Rule> rules() {
        return List.of(new Rule("part", Parts::parts));
    }

    private static void parts(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            var said = pod.labels().getOrDefault(CallGraph.PART, "");
            var own = own(pod);
            if (own.isPresent() ? !said.equals(own.get()) : !CallGraph.parts().contains(said)) {
                findings.add(
                        pod.owner(),
                        "label its pods %s: %s, not '%s', or policies take them for others"
                                .formatted(CallGraph.PART, own.orElseGet(() -> "one of " + CallGraph.parts()), said));
            }
        }
    }

    /** Only known of what ends: what stays may have several parts of one application. */
    private static Optional<String> own(Pod pod) {
        return pod.isServing()
                ? Optional.empty()
                : pod.mainContainers().stream()
                        .flatMap(container -> Application.of(container)
                                .map(application -> application.account() + (migrates(container) ? "-migrations" : ""))
                                .stream())
                        .findFirst();
    }

    private static boolean migrates(Node container) {
        return Environment.value(container, "QUARKUS_INIT_AND_EXIT").equals("true");
    }
}
