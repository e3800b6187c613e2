package ma.balagh.manifests;

import java.util.List;

/** The two roles of analysis: one answers people, the other examines and renders (ADR 028). */
final class Workers {

    private static final List<String> NUMBERS = List.of("BALAGH_EXAMINATION_WORKERS", "BALAGH_RENDITION_WORKERS");
    private static final String WORKER = "analysis-worker";

    private Workers() {}

    static List<Rule> rules() {
        return List.of(new Rule("analysis-role", Workers::roles));
    }

    private static void roles(Manifests manifests, Findings findings) {
        var pods = manifests.pods().stream().filter(Pod::isServing).toList();
        var areApart = pods.stream().anyMatch(pod -> pod.part().equals(WORKER));
        for (var pod : pods) {
            for (var container : pod.mainContainers()) {
                if (areApart && Application.of(container).stream().anyMatch(Application.ANALYSIS::equals)) {
                    NUMBERS.forEach(number -> role(manifests, pod, container, number, findings));
                }
            }
        }
    }

    private static void role(Manifests manifests, Pod pod, Node container, String number, Findings findings) {
        var told = Environment.variable(manifests, container, number);
        var value = told.map(variable -> variable.value().text()).orElse("");
        var giver = told.map(variable -> variable.giver(pod)).orElse(pod.owner());
        if (pod.part().equals(WORKER)) {
            if (told.isPresent() && !value.matches("0*[1-9]\\d*")) {
                findings.add(giver, "set %s to 1 or more, not '%s': it is there to work".formatted(number, value));
            }
        } else if (!value.equals("0")) {
            findings.add(giver, "set %s to 0, not '%s': %s does that".formatted(number, value, WORKER));
        }
    }
}
