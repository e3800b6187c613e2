package ma.balagh.manifests;

import io.kubernetes.client.openapi.JSON;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What somebody on call sees: alerts that say what to do, dashboards that open, every application scraped. */
final class Seen {

    private static final Set<String> SEVERITIES = Set.of("critical", "warning");
    private static final String METRICS = "/q/metrics";
    private static final Pattern DURATION =
            Pattern.compile("0|(?=\\d)(\\d+y)?(\\d+w)?(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?(\\d+ms)?");
    private static final Pattern PART = Pattern.compile("(\\d+)(ms|[ywdhms])");

    private Seen() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("alert", Seen::alerts),
                new Rule("dashboard", Seen::dashboards),
                new Rule("scrape", Seen::endpoints),
                new Rule("unseen", Seen::applications));
    }

    private static void alerts(Manifests manifests, Findings findings) {
        manifests
                .of("PrometheusRule")
                .filter(rules -> rules.spec().at("groups").items().stream()
                        .allMatch(group -> group.at("rules").items().isEmpty()))
                .forEach(rules -> findings.add(rules, "it has no rule; give it some under spec.groups"));
        manifests
                .of("PrometheusRule")
                .forEach(rules -> rules.spec().at("groups").items().stream()
                        .flatMap(group -> group.at("rules").items().stream())
                        .forEach(rule -> {
                            var alert = rule.at("alert");
                            if (rule.at("expr").text().isBlank()) {
                                findings.add(
                                        rules,
                                        "give %s an expr"
                                                .formatted(alert.text()
                                                        + rule.at("record").text()));
                            }
                            if (alert.exists()) {
                                alert(manifests, rules, rule, findings);
                            }
                        }));
    }

    private static void alert(Manifests manifests, Manifest rules, Node rule, Findings findings) {
        var name = rule.at("alert").text();
        if (!SEVERITIES.contains(rule.at("labels", "severity").text())) {
            findings.add(rules, "set label severity of %s to critical or warning".formatted(name));
        }
        if (rule.at("annotations", "summary").text().isBlank()) {
            findings.add(rules, "give %s an annotation summary".formatted(name));
        }
        var runbook = rule.at("annotations", "runbook_url").text();
        if (runbook.isBlank()) {
            findings.add(rules, "give %s an annotation runbook_url".formatted(name));
        } else if (!manifests.settings().hasRunbook(runbook)) {
            findings.add(rules, "the runbook_url of %s, %s, leads to no heading".formatted(name, runbook));
        }
        var lasting = rule.at("for");
        if (lasting.exists() && !DURATION.matcher(lasting.text()).matches()) {
            findings.add(rules, "'for' of %s is '%s'; write a duration as 5m".formatted(name, lasting.text()));
        }
    }

    private static void dashboards(Manifests manifests, Findings findings) {
        var seen = new HashSet<String>();
        manifests
                .of("ConfigMap")
                .filter(config -> config.content()
                        .at("metadata", "labels", "grafana_dashboard")
                        .exists())
                .forEach(config -> config.content().at("data").texts().forEach((file, text) -> {
                    var dashboard = json(text);
                    if (!dashboard.at("title").exists()
                            || !dashboard.at("uid").exists()
                            || dashboard.at("panels").items().isEmpty()) {
                        findings.add(config, "%s is no dashboard: JSON with title, uid and panels".formatted(file));
                    } else if (!seen.add(dashboard.at("uid").text())) {
                        findings.add(config, "another dashboard has the uid of %s; give it its own".formatted(file));
                    }
                }));
    }

    /** Nothing where it is none. */
    private static Node json(String text) {
        try {
            return new Node(JSON.getGson().getAdapter(Object.class).fromJson(text));
        } catch (IOException | RuntimeException e) {
            return new Node(null);
        }
    }

    private static void endpoints(Manifests manifests, Findings findings) {
        manifests.of("PodMonitor").forEach(monitor -> {
            var endpoints = monitor.spec().at("podMetricsEndpoints").items();
            if (endpoints.isEmpty()) {
                findings.add(monitor, "say under podMetricsEndpoints where metrics are");
            }
            for (var endpoint : endpoints) {
                if (!endpoint.at("path").is(METRICS)) {
                    findings.add(monitor, "set path: %s".formatted(METRICS));
                }
                var timeout = endpoint.at("scrapeTimeout").text();
                var interval = endpoint.at("interval").text();
                for (var field : List.of("interval", "scrapeTimeout")) {
                    var duration = endpoint.at(field).text();
                    if (!duration.isEmpty() && !DURATION.matcher(duration).matches()) {
                        findings.add(monitor, "%s is '%s'; write a duration as 15s".formatted(field, duration));
                    }
                }
                if (!timeout.isEmpty() && !interval.isEmpty() && milliseconds(timeout) > milliseconds(interval)) {
                    findings.add(
                            monitor, "lower scrapeTimeout %s to no more than interval %s".formatted(timeout, interval));
                }
            }
        });
    }

    private static double milliseconds(String duration) {
        return PART.matcher(duration)
                .results()
                .mapToDouble(part -> Double.parseDouble(part.group(1))
                        * switch (part.group(2)) {
                            case "ms" -> 1L;
                            case "s" -> 1_000L;
                            case "m" -> 60_000L;
                            case "h" -> 3_600_000L;
                            default -> 86_400_000L;
                        })
                .sum();
    }

    /** Where alerts are, whatever they are about is scraped. */
    private static void applications(Manifests manifests, Findings findings) {
        var monitors = manifests.of("PodMonitor").toList();
        if (monitors.isEmpty() && manifests.of("PrometheusRule").findAny().isEmpty()) {
            return;
        }
        for (var pod : manifests.pods()) {
            if (pod.isServing()
                    && Instance.of(manifests, pod).findAny().isPresent()
                    && monitors.stream()
                            .noneMatch(monitor -> new Selector(monitor.spec().at("selector")).matches(pod.labels()))) {
                findings.add(pod.owner(), "no PodMonitor selects it, so nobody sees how it does");
            }
        }
    }
}
