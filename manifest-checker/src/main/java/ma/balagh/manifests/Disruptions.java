package ma.balagh.manifests;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** How many pods a drain may take at once: one, rather than all or none. */
final class Disruptions {

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})%");

    private Disruptions() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("disruption-target", Disruptions::target),
                new Rule("disruption-drain", Disruptions::drain),
                new Rule("disruption-missing", Disruptions::missing));
    }

    private static List<Manifest> budgets(Manifests manifests) {
        return manifests.of("PodDisruptionBudget").toList();
    }

    /** Those that stay; {@code {}} selects every pod, and no selector none. */
    private static List<Pod> pods(Manifests manifests, Manifest budget) {
        var selector = budget.spec().at("selector");
        return manifests.pods().stream()
                .filter(pod -> pod.isServing() && selector.exists() && new Selector(selector).matches(pod.labels()))
                .toList();
    }

    private static void target(Manifests manifests, Findings findings) {
        for (var budget : budgets(manifests)) {
            var pods = pods(manifests, budget);
            var owners = pods.stream().map(Pod::owner).toList();
            if (pods.isEmpty()) {
                findings.add(
                        budget,
                        "its selector %s matches no pod; set matchLabels app.kubernetes.io/name: to one of %s"
                                .formatted(
                                        budget.spec()
                                                .at("selector", "matchLabels")
                                                .texts(),
                                        Networking.names(manifests)));
            } else if (pods.size() > 1) {
                findings.add(
                        budget,
                        "its selector matches pods of %s, whose drains would wait for each other; narrow it to one"
                                .formatted(owners));
            }
            budgets(manifests).stream()
                    .filter(other -> other != budget
                            && !other.name().equals(budget.name())
                            && pods(manifests, other).stream().anyMatch(pods::contains))
                    .forEach(other -> findings.add(
                            budget,
                            "%s is for the same pods, and then none can be evicted; remove one".formatted(other)));
        }
    }

    private static void drain(Manifests manifests, Findings findings) {
        for (var budget : budgets(manifests)) {
            var most = budget.spec().at("maxUnavailable");
            var least = budget.spec().at("minAvailable");
            if (most.exists() == least.exists()) {
                findings.add(
                        budget,
                        most.exists()
                                ? "an API server takes one of both; remove minAvailable"
                                : "it says nothing; set maxUnavailable: 1");
                continue;
            }
            var replicas = pods(manifests, budget).stream()
                    .mapToInt(pod -> Scaling.replicas(manifests, pod.owner()))
                    .min();
            var amount = amount(most.exists() ? most : least, replicas.orElse(Integer.MAX_VALUE));
            if (amount.isEmpty()) {
                findings.add(
                        budget,
                        "%s is no number of pods and no percentage; set maxUnavailable: 1"
                                .formatted((most.exists() ? most : least).text()));
                continue;
            }
            var all = replicas.orElse(Integer.MAX_VALUE);
            var going = most.exists() ? amount.getAsInt() : all - amount.getAsInt();
            if (going <= 0) {
                findings.add(budget, "it never lets a pod go, so no node can be drained; set maxUnavailable: 1");
            } else if (going >= all && (all > 1 || most.text().equals("100%"))) {
                findings.add(budget, "it lets all %d pods go at once; set maxUnavailable: 1".formatted(all));
            }
        }
    }

    /** Percentages are rounded up, as the eviction does. */
    private static OptionalInt amount(Node written, int replicas) {
        if (written.value() instanceof Integer number) {
            return OptionalInt.of(number);
        }
        var percent = PERCENT.matcher(written.text());
        return percent.matches()
                ? OptionalInt.of((int) Math.ceil(Integer.parseInt(percent.group(1)) * (double) replicas / 100))
                : OptionalInt.empty();
    }

    private static void missing(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            if (pod.owner().is("Deployment")
                    && budgets(manifests).stream()
                            .noneMatch(budget -> pods(manifests, budget).contains(pod))) {
                findings.add(pod.owner(), "a drain may take all its pods at once; give it a PodDisruptionBudget");
            }
        }
    }
}
