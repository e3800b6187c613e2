package ma.balagh.manifests;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Alerts are about what is measured and lead to a runbook; every application is scraped. */
final class ObservabilityRules {

    private static final Pattern METRIC = Pattern.compile("\\bbalagh_\\w+");
    private static final Pattern JOB = Pattern.compile("\\bjob=\"([^\"]*)\"");

    /** What Micrometer adds to the name of a summary. */
    private static final String PART_OF_A_SUMMARY = "_(count|sum|bucket|max)$";

    private ObservabilityRules() {}

    static List<ManifestRule> rules() {
        return List.of(
                new ManifestRule("alert-runbook", ObservabilityRules::runbooks),
                new ManifestRule("alert-metric", ObservabilityRules::metrics),
                new ManifestRule("monitor", ObservabilityRules::monitors),
                new ManifestRule("unmonitored", ObservabilityRules::applications));
    }

    private static Stream<YamlNode> rules(KubernetesObject rules) {
        return rules.spec().items("groups").stream().flatMap(group -> group.items("rules").stream());
    }

    private static void runbooks(ManifestSet manifests, FaultCollector findings) {
        for (var rules : manifests.all("PrometheusRule")) {
            rules(rules)
                    .filter(rule -> rule.at("annotations", "runbook_url").exists())
                    .filter(rule -> !manifests.settings().hasRunbook(rule.text("annotations", "runbook_url")))
                    .forEach(rule -> findings.add(
                            rules,
                            "the runbook_url of %s, %s, leads to no heading",
                            rule.text("alert"),
                            rule.text("annotations", "runbook_url")));
        }
    }

    private static void metrics(ManifestSet manifests, FaultCollector findings) {
        var names = ServiceRules.names(manifests);
        for (var rules : manifests.all("PrometheusRule")) {
            rules(rules).forEach(rule -> {
                METRIC.matcher(rule.text("expr"))
                        .results()
                        .map(metric -> metric.group().replaceFirst(PART_OF_A_SUMMARY, ""))
                        .filter(metric -> !manifests.settings().measures(metric))
                        .forEach(metric ->
                                findings.add(rules, "nobody measures %s; docs/metrics.md has the names", metric));
                JOB.matcher(rule.text("expr"))
                        .results()
                        .map(job -> job.group(1))
                        .filter(job -> !names.contains(job))
                        .forEach(job -> findings.add(rules, "no pod has the name '%s' of label job", job));
            });
        }
    }

    private static List<WorkloadPod> pods(ManifestSet manifests, KubernetesObject monitor) {
        var selector = new LabelSelector(monitor.spec().at("selector"));
        return manifests.pods().stream()
                .filter(pod -> pod.isServing() && selector.matches(pod.labels()))
                .toList();
    }

    private static void monitors(ManifestSet manifests, FaultCollector findings) {
        for (var monitor : manifests.all("PodMonitor")) {
            var pods = pods(manifests, monitor);
            if (pods.isEmpty()) {
                findings.add(monitor, "its selector matches no pod");
            }
            for (var endpoint : monitor.spec().items("podMetricsEndpoints")) {
                pods.stream()
                        .filter(pod -> !pod.hasPort(endpoint.text("port")))
                        .forEach(pod -> findings.add(monitor, "%s has no port %s", pod.owner(), endpoint.text("port")));
            }
        }
    }

    /** Where alerts are, whatever they are about is scraped. */
    private static void applications(ManifestSet manifests, FaultCollector findings) {
        if (manifests.of("PrometheusRule").findAny().isEmpty()) {
            return;
        }
        for (var instance : manifests.instances()) {
            if (instance.isServing()
                    && manifests
                            .of("PodMonitor")
                            .noneMatch(monitor -> pods(manifests, monitor).contains(instance.pod()))) {
                findings.add(instance.owner(), "no PodMonitor selects it, so nobody sees how it does");
            }
        }
    }
}
