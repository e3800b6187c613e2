package ma.balagh.manifests;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which certificate who shows, by which names, and whom it comes from. */
final class Certificates {

    /** Names the TLS configuration of an application; where it is empty, the application speaks in clear. */
    static final String SWITCH = "BALAGH_TLS";

    static final String CERTIFICATE = "QUARKUS_TLS_PODS_KEY_STORE_PEM_POD_CERT";
    static final String KEY = "QUARKUS_TLS_PODS_KEY_STORE_PEM_POD_KEY";
    static final String TRUST = "QUARKUS_TLS_PODS_TRUST_STORE_PEM_CERTS";

    private static final Set<String> FILES = Set.of("tls.crt", "tls.key", "ca.crt");

    /** How long one lasts where nobody says it. */
    private static final int DEFAULT_HOURS = 2160;

    /** Hours between two renewals at least. */
    private static final int LEAST_REST = 24;

    private static final Pattern DURATION = Pattern.compile("(\\d+[hms])+");
    private static final Pattern PART = Pattern.compile("(\\d+)([hms])");

    private Certificates() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("certificate-issuer", Certificates::issuers),
                new Rule("certificate-trust", Certificates::trust),
                new Rule("certificate-renewal", Certificates::renewals));
    }

    /** Pods believe the authority that is here, and people those that their browsers know. */
    private static void trust(Manifests manifests, Findings findings) {
        manifests
                .of("Certificate")
                .filter(certificate -> !isAuthority(manifests, certificate))
                .forEach(certificate -> {
                    if (!certificate.spec().at("issuerRef", "kind").is("ClusterIssuer")) {
                        manifests
                                .find("Issuer", issuer(certificate))
                                .ifPresent(issuer -> trust(manifests, certificate, issuer, findings));
                    } else if (names(certificate).stream().noneMatch(name -> name.contains("."))) {
                        findings.add(certificate, "name an Issuer here under issuerRef: pods believe no other");
                    }
                });
    }

    private static void trust(Manifests manifests, Manifest certificate, Manifest issuer, Findings findings) {
        if (issuer.spec().at("selfSigned").exists()) {
            findings.add(
                    certificate,
                    "its issuer '%s' signs for itself, and nobody believes that; name one with an authority"
                            .formatted(issuer.name()));
        } else if (!manifests.isLocal()
                && issuer.spec().at("ca").exists()
                && names(certificate).stream().anyMatch(Realms.hosts(manifests)::contains)) {
            findings.add(
                    certificate,
                    "its issuer '%s' is believed by pods alone; name a ClusterIssuer under issuerRef"
                            .formatted(issuer.name()));
        }
    }

    private static boolean isAuthority(Manifests manifests, Manifest certificate) {
        return certificate.spec().at("isCA").is(true)
                || manifests
                        .of("Issuer")
                        .map(issuer -> issuer.spec().at("ca", "secretName").text())
                        .anyMatch(certificate.spec().at("secretName").text()::equals);
    }

    private static void renewals(Manifests manifests, Findings findings) {
        manifests.of("Certificate").forEach(certificate -> {
            var duration = certificate.spec().at("duration");
            var before = certificate.spec().at("renewBefore");
            for (var written : List.of(duration, before)) {
                if (written.exists() && hours(written.text()) <= 0) {
                    findings.add(certificate, "'%s' is no duration; write one as 2160h".formatted(written.text()));
                }
            }
            var usages = certificate.spec().at("usages").items();
            if (!usages.isEmpty()
                    && !certificate.spec().at("isCA").is(true)
                    && usages.stream().noneMatch(usage -> usage.is("server auth"))) {
                findings.add(certificate, "add server auth to usages, or whoever calls refuses it");
            }
            var lasting = duration.exists() ? hours(duration.text()) : DEFAULT_HOURS;
            if (before.exists() && lasting > 0 && hours(before.text()) > lasting - LEAST_REST) {
                findings.add(
                        certificate,
                        "lower renewBefore %s below duration %s"
                                .formatted(before.text(), duration.exists() ? duration.text() : DEFAULT_HOURS + "h"));
            }
        });
    }

    /** Nothing for what is no duration. */
    private static double hours(String duration) {
        if (!DURATION.matcher(duration).matches()) {
            return 0;
        }
        return PART.matcher(duration)
                .results()
                .mapToDouble(part -> Double.parseDouble(part.group(1))
                        / switch (part.group(2)) {
                            case "h" -> 1;
                            case "m" -> 60;
                            default -> 3600;
                        })
                .sum();
    }

    private static void issuers(Manifests manifests, Findings findings) {
        manifests.of("Certificate").forEach(certificate -> {
            var issuer = certificate.spec().at("issuerRef");
            var name = issuer.at("name").text();
            if (!issuer.at("kind").text().equals("ClusterIssuer")
                    && manifests.find("Issuer", name).isEmpty()) {
                findings.add(certificate, "there is no Issuer '%s'".formatted(name));
            }
        });
        manifests.of("Issuer").forEach(issuer -> {
            var secret = issuer.spec().at("ca", "secretName");
            if (secret.exists()
                    && of(manifests, secret.text())
                            .filter(certificate -> certificate.spec().at("isCA").is(true))
                            .isEmpty()) {
                findings.add(issuer, "no Certificate with isCA makes Secret '%s'".formatted(secret.text()));
            }
        });
    }

    /** The one that makes a secret. */
    static Optional<Manifest> of(Manifests manifests, String secret) {
        return manifests
                .of("Certificate")
                .filter(certificate ->
                        certificate.spec().at("secretName").text().equals(secret))
                .findFirst();
    }

    static Set<String> names(Manifest certificate) {
        return certificate.spec().at("dnsNames").items().stream()
                .map(Node::text)
                .collect(Collectors.toSet());
    }

    static String issuer(Manifest certificate) {
        return certificate.spec().at("issuerRef", "name").text();
    }

    static boolean isEncrypted(Manifests manifests, Node container) {
        return !Environment.value(manifests, container, SWITCH).isEmpty();
    }

    /** Whether a pod's applications listen with TLS alone. */
    static boolean isEncrypted(Manifests manifests, Pod pod) {
        return pod.mainContainers().stream().anyMatch(container -> isEncrypted(manifests, container));
    }

    /** Whether whatever is behind a service listens with TLS alone. */
    static boolean isEncrypted(Manifests manifests, Manifest service) {
        return keycloak(manifests, service)
                .map(Certificates::isEncrypted)
                .orElseGet(() -> behind(manifests, service).stream().anyMatch(pod -> isEncrypted(manifests, pod)));
    }

    static boolean isEncrypted(Manifest keycloak) {
        var http = keycloak.spec().at("http");
        return http.at("tlsSecret").exists() && !http.at("httpEnabled").is(true);
    }

    /** What whoever is behind a service shows; nothing without TLS, or where no certificate makes it. */
    static Optional<Manifest> shownBy(Manifests manifests, Manifest service) {
        var keycloak = keycloak(manifests, service);
        return keycloak.isPresent()
                ? of(manifests, keycloak.get().spec().at("http", "tlsSecret").text())
                : behind(manifests, service).stream()
                        .flatMap(pod -> shownBy(manifests, pod).stream())
                        .findFirst();
    }

    static Optional<Manifest> shownBy(Manifests manifests, Pod pod) {
        return pod.mainContainers().stream()
                .flatMap(container -> secret(manifests, pod, container, CERTIFICATE).stream())
                .flatMap(secret -> of(manifests, secret).stream())
                .findFirst();
    }

    /** The secret that the file comes from which a variable names. */
    static Optional<String> secret(Manifests manifests, Pod pod, Node container, String variable) {
        var file = Environment.value(manifests, container, variable);
        return container.at("volumeMounts").items().stream()
                .filter(mount -> file.startsWith(mount.at("mountPath").text() + "/"))
                .flatMap(mount -> pod.spec().at("volumes").items().stream()
                        .filter(volume ->
                                volume.at("name").text().equals(mount.at("name").text()))
                        .filter(volume -> holds(
                                volume.at("secret"),
                                file.substring(mount.at("mountPath").text().length() + 1))))
                .map(volume -> volume.at("secret", "secretName").text())
                .findFirst();
    }

    private static boolean holds(Node secret, String file) {
        var items = secret.at("items").items();
        return secret.exists()
                && (items.isEmpty()
                        ? FILES.contains(file)
                        : items.stream().anyMatch(item -> item.at("path").text().equals(file)));
    }

    private static List<Pod> behind(Manifests manifests, Manifest service) {
        return manifests.podsWith(service.spec().at("selector").texts()).stream()
                .filter(Pod::isServing)
                .toList();
    }

    /** The Keycloak behind a service, whose pods come from its operator. */
    static Optional<Manifest> keycloak(Manifests manifests, Manifest service) {
        var part = service.spec().at("selector", CallGraph.PART).text();
        return manifests
                .of("Keycloak")
                .filter(keycloak -> keycloak.spec()
                        .at("unsupported", "podTemplate", "metadata", "labels", CallGraph.PART)
                        .text()
                        .equals(part))
                .findFirst();
    }
}
