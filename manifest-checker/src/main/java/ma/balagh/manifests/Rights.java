package ma.balagh.manifests;

import java.util.List;
import java.util.Set;

/** What accounts may ask of the API server: named things in this namespace. */
final class Rights {

    private static final List<String> FIELDS = List.of("apiGroups", "resources", "verbs");

    /** Whoever may ask for them has all of the namespace. */
    private static final Set<String> KEYS = Set.of(
            "secrets",
            "pods/exec",
            "pods/attach",
            "pods/ephemeralcontainers",
            "serviceaccounts/token",
            "roles",
            "rolebindings");

    /** Whoever may make them runs what he likes, with any secret. */
    private static final Set<String> PODS =
            Set.of("pods", "deployments", "statefulsets", "daemonsets", "replicasets", "jobs", "cronjobs");

    private static final Set<String> MAKING = Set.of("create", "update", "patch");
    private static final Set<String> READING = Set.of("get", "list", "watch", "*");
    private static final Set<String> EVERYBODY =
            Set.of("system:authenticated", "system:unauthenticated", "system:serviceaccounts", "system:anonymous");

    private Rights() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("rights", Rights::rights),
                new Rule("rights-bound", Rights::bound),
                new Rule("account-token", Rights::tokens));
    }

    private static void rights(Manifests manifests, Findings findings) {
        manifests.of("Role").forEach(role -> {
            for (var rule : role.content().at("rules").items()) {
                for (var field : FIELDS) {
                    if (rule.at(field).items().stream().anyMatch(item -> item.is("*"))) {
                        findings.add(role, "name what it may do: * under %s is everything".formatted(field));
                    }
                }
                dangers(role, rule, findings);
                var changing = rule.at("verbs").items().stream()
                        .map(Node::text)
                        .filter(verb -> !READING.contains(verb))
                        .toList();
                if (!changing.isEmpty()) {
                    findings.add(role, "remove verbs %s: nothing here changes objects".formatted(changing));
                }
            }
        });
    }

    private static void dangers(Manifest role, Node rule, Findings findings) {
        var making = rule.at("verbs").items().stream().map(Node::text).anyMatch(MAKING::contains);
        for (var resource : rule.at("resources").items()) {
            if (KEYS.contains(resource.text()) || making && PODS.contains(resource.text())) {
                findings.add(
                        role,
                        "remove %s with verbs %s: whoever has that has every secret here"
                                .formatted(
                                        resource.text(),
                                        rule.at("verbs").items().stream()
                                                .map(Node::text)
                                                .toList()));
            }
        }
    }

    private static void bound(Manifests manifests, Findings findings) {
        manifests.of("RoleBinding").forEach(binding -> {
            var role = binding.content().at("roleRef");
            if (!role.at("kind").text().equals("Role")
                    || manifests.find("Role", role.at("name").text()).isEmpty()) {
                findings.add(
                        binding,
                        "it binds %s %s; make a Role here that says what is needed"
                                .formatted(
                                        role.at("kind").text(), role.at("name").text()));
            }
            binding.content().at("subjects").items().forEach(subject -> subject(manifests, binding, subject, findings));
        });
    }

    private static void subject(Manifests manifests, Manifest binding, Node subject, Findings findings) {
        var name = subject.at("name").text();
        if (EVERYBODY.contains(name) || name.startsWith("system:serviceaccounts:")) {
            findings.add(binding, "it is for everybody; name a ServiceAccount here instead of %s".formatted(name));
        } else if (!subject.at("kind").is("ServiceAccount")) {
            findings.add(
                    binding,
                    "name a ServiceAccount here, not %s '%s': who belongs to it is decided elsewhere"
                            .formatted(subject.at("kind").text(), name));
        } else if (manifests
                .find("ServiceAccount", name)
                .filter(account -> !subject.at("namespace").exists()
                        || subject.at("namespace").is(account.namespace()))
                .isEmpty()) {
            findings.add(
                    binding,
                    "there is no ServiceAccount '%s' here, only %s"
                            .formatted(
                                    subject.at("namespace").exists()
                                            ? subject.at("namespace").text() + "/" + name
                                            : name,
                                    manifests
                                            .of("ServiceAccount")
                                            .map(Manifest::name)
                                            .toList()));
        }
    }

    private static void tokens(Manifests manifests, Findings findings) {
        manifests
                .of("ServiceAccount")
                .filter(account ->
                        !account.content().at("automountServiceAccountToken").is(false))
                .forEach(account -> findings.add(account, "set automountServiceAccountToken: false"));
    }
}
