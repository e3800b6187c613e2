package ma.balagh.manifests;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Outside of the local overlay everybody listens with TLS, shows a certificate with the name it is called by, and
 * trusts its issuer.
 */
final class TlsRules {

    private static final String CERTIFICATE = "QUARKUS_TLS_PODS_KEY_STORE_PEM_POD_CERT";
    private static final String TRUST = "QUARKUS_TLS_PODS_TRUST_STORE_PEM_CERTS";
    private static final List<String> FILES = List.of(CERTIFICATE, "QUARKUS_TLS_PODS_KEY_STORE_PEM_POD_KEY", TRUST);

    private TlsRules() {}

    static List<ManifestRule> rules() {
        return List.of(
                new ManifestRule("certificate-issuer", TlsRules::issuers),
                new ManifestRule("tls-files", TlsRules::files),
                new ManifestRule("tls-name", TlsRules::names));
    }

    /** The certificate that makes a secret. */
    static Optional<KubernetesObject> certificate(ManifestSet manifests, String secret) {
        return manifests
                .of("Certificate")
                .filter(certificate -> certificate.spec().text("secretName").equals(secret))
                .findFirst();
    }

    static Set<String> names(KubernetesObject certificate) {
        return certificate.spec().items("dnsNames").stream().map(YamlNode::text).collect(Collectors.toSet());
    }

    private static void issuers(ManifestSet manifests, FaultCollector findings) {
        var hosts = IngressRules.hosts(manifests);
        for (var certificate : manifests.all("Certificate")) {
            var reference = certificate.spec().at("issuerRef");
            var issuer = manifests.find("Issuer", reference.text("name"));
            boolean isPublic = names(certificate).stream().anyMatch(hosts::contains);
            if (reference.text("kind").equals("ClusterIssuer")) {
                if (!isPublic) {
                    findings.add(certificate, "name an Issuer here under issuerRef: pods trust no other");
                }
            } else if (issuer.isEmpty()) {
                findings.add(certificate, "there is no Issuer '%s'", reference.text("name"));
            } else if (issuer.get().spec().at("selfSigned").exists()
                    != certificate.spec().at("isCA").is(true)) {
                findings.add(certificate, "let an authority sign for itself, and it alone");
            } else if (isPublic) {
                findings.add(
                        certificate,
                        "only pods trust issuer '%s'; name a ClusterIssuer",
                        issuer.get().name());
            }
        }
        manifests.of("Issuer").filter(issuer -> issuer.spec().at("ca").exists()).forEach(issuer -> {
            var secret = issuer.spec().text("ca", "secretName");
            if (certificate(manifests, secret)
                    .filter(made -> made.spec().at("isCA").is(true))
                    .isEmpty()) {
                findings.add(issuer, "no Certificate with isCA makes Secret '%s'", secret);
            }
        });
    }

    private static void files(ManifestSet manifests, FaultCollector findings) {
        if (manifests.isLocal()) {
            return;
        }
        for (var instance : manifests.instances()) {
            if (JobRules.isMigration(instance)) {
                continue;
            }
            for (var variable : FILES) {
                if (shown(instance, variable).isEmpty()) {
                    findings.add(
                            instance.owner(),
                            "let %s be a file of a Secret that a Certificate makes and this pod mounts",
                            variable);
                }
            }
        }
    }

    /** The certificate whose secret has the file that a variable names. */
    private static Optional<KubernetesObject> shown(ApplicationInstance instance, String variable) {
        var file = instance.value(variable);
        return VolumeRules.around(instance.container(), file)
                .flatMap(mount -> VolumeRules.volume(instance.pod(), mount))
                .flatMap(volume -> certificate(instance.manifests(), volume.text("secret", "secretName")));
    }

    private static void names(ManifestSet manifests, FaultCollector findings) {
        manifests.instances().stream()
                .filter(ApplicationInstance::isServing)
                .forEach(instance -> shown(instance, CERTIFICATE)
                        .ifPresent(certificate -> Stream.concat(
                                        Stream.of(instance.pod().part()), monitors(manifests, instance))
                                .filter(name -> !names(certificate).contains(name))
                                .forEach(name -> findings.add(
                                        certificate, "add %s to dnsNames: %s is called so", name, instance.owner()))));
        manifests.of("Ingress").filter(ingress -> !manifests.isLocal()).forEach(ingress -> {
            var name = IngressRules.annotation(ingress, "proxy-ssl-name");
            var secret = IngressRules.annotation(ingress, "proxy-ssl-secret")
                    .replaceFirst("^" + ingress.namespace() + "/", "");
            if (certificate(manifests, secret).isEmpty()) {
                findings.add(ingress, "no Certificate makes Secret '%s' of proxy-ssl-secret", secret);
            }
            if (IngressRules.backends(ingress)
                    .noneMatch(backend -> backend.text("name").equals(name))) {
                findings.add(ingress, "let proxy-ssl-name be the Service that it leads to, not '%s'", name);
            }
        });
        for (var keycloak : manifests.all("Keycloak")) {
            var secret = keycloak.spec().text("http", "tlsSecret");
            if (certificate(manifests, secret)
                    .filter(made -> names(made).contains("keycloak"))
                    .isEmpty()) {
                findings.add(keycloak, "no Certificate makes Secret '%s' for keycloak", secret);
            }
        }
    }

    private static Stream<String> monitors(ManifestSet manifests, ApplicationInstance instance) {
        return manifests
                .of("PodMonitor")
                .filter(monitor -> new LabelSelector(monitor.spec().at("selector"))
                        .matches(instance.pod().labels()))
                .flatMap(monitor -> monitor.spec().items("podMetricsEndpoints").stream())
                .map(endpoint -> endpoint.text("tlsConfig", "serverName"));
    }
}
