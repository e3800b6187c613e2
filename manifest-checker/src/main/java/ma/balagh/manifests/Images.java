package ma.balagh.manifests;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** That each part runs its own application, and that a node gets it. */
final class Images {

    private static final Set<String> POLICIES = Set.of("", "IfNotPresent", "Always");

    private static final Map<String, Application> PARTS = Map.of(
            "intake", Application.INTAKE,
            "analysis", Application.ANALYSIS,
            "analysis-worker", Application.ANALYSIS,
            "dispatch", Application.DISPATCH,
            "portal", Application.PORTAL);

    private Images() {}

    static List<Rule> rules() {
        return List.of(new Rule("pull-policy", Images::pullPolicy), new Rule("own-image", Images::ownImage));
    }

    private static void pullPolicy(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            for (var container : pod.containers()) {
                var policy = container.at("imagePullPolicy").text();
                if (!POLICIES.contains(policy)) {
                    findings.add(
                            pod.owner(),
                            "set imagePullPolicy to IfNotPresent: with '%s' no node fetches the image"
                                    .formatted(policy));
                }
            }
        }
    }

    private static void ownImage(Manifests manifests, Findings findings) {
        PARTS.forEach((part, expected) -> manifests.find("Deployment", part).ifPresent(owner -> {
            var containers = owner.spec().at("template", "spec", "containers").items();
            if (!containers.isEmpty()
                    && containers.stream()
                            .noneMatch(container -> Application.of(container)
                                    .filter(expected::equals)
                                    .isPresent())) {
                findings.add(
                        owner,
                        "let its image be %s's; it is %s, of the applications %s"
                                .formatted(
                                        expected.module(),
                                        containers.getFirst().at("image").text(),
                                        Arrays.stream(Application.values())
                                                .map(Application::module)
                                                .collect(Collectors.joining(", "))));
            }
        }));
    }
}
