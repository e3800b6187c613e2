package ma.balagh.manifests;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The addresses by which applications are told of each other: whole, of the right part, in this namespace. */
final class Addresses {

    private static final Pattern NAME = Pattern.compile("BALAGH_(INTAKE|ANALYSIS|DISPATCH|OIDC)_URL");

    /** Only the realm has a path; Connections looks at it. */
    private static final Pattern WHOLE = Pattern.compile("https?://(?<host>[^/:?#]+):(?<port>\\d+)(?<path>/.*)?");

    private static final Pattern HOST =
            Pattern.compile("(?<name>[^.:/]+)(?:\\.(?<namespace>[^.:/]+)(?:\\.svc(?:\\.cluster\\.local)?)?)?\\.?");

    private Addresses() {}

    static List<Rule> rules() {
        return List.of(new Rule("address", Addresses::addresses));
    }

    /** Whether a variable of that name has an address of an application or of the realm. */
    static boolean isOne(String name) {
        return NAME.matcher(name).matches();
    }

    /** The name of the service that a host is, empty where it is one of another namespace or none. */
    static Optional<String> service(String host, Manifest caller) {
        var matcher = HOST.matcher(host);
        return matcher.matches()
                        && (matcher.group("namespace") == null
                                || matcher.group("namespace").equals(caller.namespace()))
                ? Optional.of(matcher.group("name"))
                : Optional.empty();
    }

    private static void addresses(Manifests manifests, Findings findings) {
        for (var instance : manifests.instances()) {
            instance.variables().values().stream()
                    .filter(variable -> isOne(variable.name()))
                    .filter(variable -> !variable.value().text().isBlank())
                    .forEach(variable -> address(manifests, variable, variable.giver(instance.pod()), findings));
        }
    }

    private static void address(Manifests manifests, Variable variable, Manifest giver, Findings findings) {
        var part = part(variable.name());
        var address = WHOLE.matcher(variable.value().text());
        if (!address.matches() || !part.equals("keycloak") && !isRoot(address.group("path"))) {
            findings.add(
                    giver,
                    "write %s as https://%s:%d%s, or with http; it is '%s'"
                            .formatted(
                                    variable.name(),
                                    part,
                                    CallGraph.PORTS.get(part),
                                    part.equals("keycloak") ? Connections.REALM : "",
                                    variable.value().text()));
            return;
        }
        var host = address.group("host");
        var port = address.group("port");
        var name = service(host, giver).orElse("");
        var service = manifests.find("Service", name);
        if (!name.equals(part)) {
            findings.add(
                    giver,
                    "let %s name %s or %s.%s.svc, not %s"
                            .formatted(variable.name(), part, part, giver.namespace(), host));
        } else if (service.isEmpty()) {
            findings.add(giver, "%s names %s, and there is no such Service".formatted(variable.name(), name));
        } else if (service.get().spec().at("ports").items().stream()
                .noneMatch(there -> there.at("port").text().equals(port))) {
            findings.add(giver, "%s names port %s, which Service '%s' lacks".formatted(variable.name(), port, name));
        }
    }

    private static boolean isRoot(@Nullable String path) {
        return path == null || path.equals("/");
    }

    /** Whom a variable is about. */
    private static String part(String variable) {
        return switch (variable) {
            case "BALAGH_INTAKE_URL" -> "intake";
            case "BALAGH_ANALYSIS_URL" -> "analysis";
            case "BALAGH_DISPATCH_URL" -> "dispatch";
            default -> "keycloak";
        };
    }
}
