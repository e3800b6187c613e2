package ma.balagh.manifests;

import java.util.List;

/** What accounts may ask of the API server: named things in this namespace. */
final class Rights {

    private static final List<String> FIELDS = List.of("apiGroups", "resources", "verbs");

    private Rights() {}

    static List<Rule> rules() {
        return List.of(new Rule("rights", Rights::rights), new Rule("rights-bound", Rights::bound));
    }

    private static void rights(Manifests manifests, Findings findings) {
        manifests.of("Role").forEach(role -> {
            for (var rule : role.content().at("rules").items()) {
                for (var field : FIELDS) {
                    if (rule.at(field).items().stream().anyMatch(item -> item.is("*"))) {
                        findings.add(role, "name what it may do: * under %s is everything".formatted(field));
                    }
                }
            }
        });
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
        });
    }
}
