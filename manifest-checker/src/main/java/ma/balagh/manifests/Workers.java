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
        var serving = manifests.instances().stream()
                .filter(instance -> instance.application() == Application.ANALYSIS && instance.isServing())
                .toList();
        if (serving.stream().anyMatch(Workers::isWorker)) {
            serving.forEach(instance -> NUMBERS.forEach(number -> role(instance, number, findings)));
        }
    }

    private static boolean isWorker(Instance instance) {
        return instance.pod().part().equals(WORKER);
    }

    private static void role(Instance instance, String number, Findings findings) {
        var told = instance.variable(number);
        var value = instance.value(number);
        var giver = told.map(variable -> variable.giver(instance.pod())).orElse(instance.owner());
        if (isWorker(instance)) {
            if (told.isPresent() && !value.matches("0*[1-9]\\d*")) {
                findings.add(giver, "set %s to 1 or more, not '%s': it is there to work".formatted(number, value));
            }
        } else if (!value.equals("0")) {
            findings.add(giver, "set %s to 0, not '%s': %s does that".formatted(number, value, WORKER));
        }
    }
}
