package ma.balagh.manifests;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** What alerts look at is measured, often enough, and what is wrong is told soon. */
final class Alerts {

    private static final Duration LONGEST_SILENCE = Duration.ofDays(1);
    private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(1);
    private static final Pattern METRIC = Pattern.compile("\\bbalagh_\\w+");
    private static final Pattern NEVER = Pattern.compile("<\\s*0\\s*$");
    private static final Pattern JOB = Pattern.compile("\\bjob=\"([^\"]*)\"");

    /** What Micrometer adds to the name of a summary. */
    private static final String PART_OF_A_SUMMARY = "_(count|sum|bucket|max)$";

    private Alerts() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("alert-metric", Alerts::metrics),
                new Rule("alert-threshold", Alerts::thresholds),
                new Rule("alert-patience", Alerts::patience),
                new Rule("monitor-interval", Alerts::intervals));
    }

    private static void metrics(Manifests manifests, Findings findings) {
        var names = Networking.names(manifests);
        manifests
                .of("PrometheusRule")
                .forEach(rules -> Expressions.rules(rules)
                        .map(rule -> rule.at("expr").text())
                        .forEach(expression -> {
                            METRIC.matcher(expression)
                                    .results()
                                    .map(metric -> metric.group().replaceFirst(PART_OF_A_SUMMARY, ""))
                                    .filter(metric -> !manifests.settings().measures(metric))
                                    .forEach(metric -> findings.add(
                                            rules,
                                            "nobody measures %s; docs/metrics.md has the names".formatted(metric)));
                            JOB.matcher(expression)
                                    .results()
                                    .map(job -> job.group(1))
                                    .filter(job -> !names.contains(job))
                                    .forEach(job -> findings.add(
                                            rules, "no pod has the name '%s' that job is asked for".formatted(job)));
                        }));
    }

    private static void thresholds(Manifests manifests, Findings findings) {
        manifests
                .of("PrometheusRule")
                .forEach(rules -> Expressions.rules(rules)
                        .filter(rule -> NEVER.matcher(rule.at("expr").text()).find())
                        .forEach(rule -> findings.add(
                                rules,
                                "turn the comparison of alert %s: nothing that is counted is less than 0"
                                        .formatted(rule.at("alert").text()))));
    }

    private static void patience(Manifests manifests, Findings findings) {
        manifests
                .of("PrometheusRule")
                .forEach(rules -> Expressions.rules(rules)
                        .filter(rule -> isLonger(rule.at("for"), LONGEST_SILENCE))
                        .forEach(rule -> findings.add(
                                rules,
                                "let alert %s wait a day at most, not %s"
                                        .formatted(
                                                rule.at("alert").text(),
                                                rule.at("for").text()))));
    }

    private static void intervals(Manifests manifests, Findings findings) {
        manifests
                .of("PodMonitor")
                .forEach(monitor -> monitor.spec()
                        .at("podMetricsEndpoints")
                        .items()
                        .forEach(endpoint -> {
                            if (isLonger(endpoint.at("interval"), LONGEST_INTERVAL)) {
                                findings.add(
                                        monitor,
                                        "lower interval %s to 15s: rates of 5 minutes need several looks"
                                                .formatted(
                                                        endpoint.at("interval").text()));
                            }
                            if (endpoint.at("metricRelabelings").exists()) {
                                findings.add(monitor, "remove metricRelabelings: alerts look at what they take away");
                            }
                        }));
    }

    private static boolean isLonger(Node written, Duration most) {
        return Durations.of(written.text())
                .filter(duration -> duration.compareTo(most) > 0)
                .isPresent();
    }
}
