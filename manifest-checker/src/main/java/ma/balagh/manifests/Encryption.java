package ma.balagh.manifests;

import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Between pods nothing is said in clear, and each is called by a name that its certificate has. */
final class Encryption {

    private Encryption() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("tls-settings", Encryption::settings),
                new Rule("tls-address", Encryption::addresses),
                new Rule("tls-name", Encryption::names),
                new Rule("tls-ingress", Encryption::ingresses),
                new Rule("tls-monitor", Encryption::monitors));
    }

    private static void settings(Manifests manifests, Findings findings) {
        for (var instance : manifests.instances()) {
            if (Certificates.isEncrypted(manifests, instance.container())) {
                settings(manifests, instance, findings);
            } else if (instance.isServing() && !manifests.isLocal()) {
                findings.add(
                        instance.owner(),
                        "it listens without TLS; set %s, as components/tls does".formatted(Certificates.SWITCH));
            }
        }
        if (!manifests.isLocal()) {
            manifests
                    .of("Keycloak")
                    .filter(keycloak -> !Certificates.isEncrypted(keycloak))
                    .forEach(keycloak -> findings.add(
                            keycloak, "it listens without TLS; set spec.http.tlsSecret, and httpEnabled to false"));
        }
    }

    private static void settings(Manifests manifests, Instance instance, Findings findings) {
        for (var variable : List.of(Certificates.CERTIFICATE, Certificates.KEY, Certificates.TRUST)) {
            var secret = Certificates.secret(manifests, instance.pod(), instance.container(), variable);
            if (instance.value(variable).isEmpty()) {
                findings.add(instance.owner(), "set %s, or it does not start with TLS".formatted(variable));
            } else if (secret.flatMap(name -> Certificates.of(manifests, name)).isEmpty()) {
                findings.add(
                        instance.owner(),
                        "%s names a file of no Secret that a Certificate makes and this pod mounts"
                                .formatted(variable));
            }
        }
        if (!instance.value("QUARKUS_HTTP_INSECURE_REQUESTS").equals("disabled")) {
            findings.add(
                    instance.owner(), "set QUARKUS_HTTP_INSECURE_REQUESTS to disabled, or it answers without TLS, too");
        }
    }

    /** An address that an application is told of, and the service there. */
    private record Call(Pod caller, Node container, String variable, Matcher address, Manifest target) {

        String host() {
            return address.group("host");
        }

        boolean isEncrypted() {
            return address.group().startsWith("https");
        }
    }

    private static Stream<Call> calls(Manifests manifests) {
        return manifests.pods().stream()
                .flatMap(pod -> pod.mainContainers().stream()
                        .flatMap(container -> Environment.names(manifests, container).stream()
                                .filter(name -> Addresses.isOne(name))
                                .flatMap(name -> call(manifests, pod, container, name))))
                .filter(call ->
                        CallGraph.calls(call.caller().part(), call.target().name()));
    }

    private static Stream<Call> call(Manifests manifests, Pod pod, Node container, String variable) {
        var address = CallGraph.ADDRESS.matcher(Environment.value(manifests, container, variable));
        return address.find()
                ? manifests.find("Service", address.group("host").replaceFirst("\\..*", "")).stream()
                        .map(target -> new Call(pod, container, variable, address, target))
                : Stream.empty();
    }

    private static void addresses(Manifests manifests, Findings findings) {
        calls(manifests).forEach(call -> {
            var encrypted = Certificates.isEncrypted(manifests, call.target());
            if (encrypted && !call.isEncrypted()) {
                findings.add(
                        call.caller().owner(),
                        "%s begins with http, and %s listens with TLS alone; write https"
                                .formatted(call.variable(), call.target()));
            } else if (!encrypted && call.isEncrypted()) {
                findings.add(
                        call.caller().owner(),
                        "%s begins with https, and %s listens without TLS; write http"
                                .formatted(call.variable(), call.target()));
            } else if (encrypted && !Certificates.isEncrypted(manifests, call.container())) {
                findings.add(
                        call.caller().owner(),
                        "it does not know whose certificates to believe at %s; set %s, as components/tls does"
                                .formatted(call.variable(), Certificates.SWITCH));
            }
        });
    }

    private static void names(Manifests manifests, Findings findings) {
        calls(manifests).filter(Call::isEncrypted).forEach(call -> {
            var shown = Certificates.shownBy(manifests, call.target());
            if (shown.isEmpty()) {
                return;
            }
            if (!Certificates.names(shown.get()).contains(call.host())) {
                findings.add(
                        shown.get(),
                        "add %s to dnsNames: %s calls it so; or mount the Secret that is meant in pods of %s"
                                .formatted(
                                        call.host(),
                                        call.caller().owner(),
                                        call.target().name()));
            }
            Certificates.secret(manifests, call.caller(), call.container(), Certificates.TRUST)
                    .flatMap(secret -> Certificates.of(manifests, secret))
                    .filter(own -> !Certificates.issuer(own).equals(Certificates.issuer(shown.get())))
                    .ifPresent(own -> findings.add(
                            shown.get(),
                            "its issuer is not %s, which %s believes"
                                    .formatted(
                                            Certificates.issuer(own),
                                            call.caller().owner())));
        });
    }

    private static void ingresses(Manifests manifests, Findings findings) {
        manifests
                .of("Ingress")
                .forEach(ingress -> Networking.backends(ingress)
                        .map(backend -> backend.at("name").text())
                        .flatMap(name -> manifests.find("Service", name).stream())
                        .forEach(service -> ingress(manifests, ingress, service, findings)));
    }

    private static void ingress(Manifests manifests, Manifest ingress, Manifest service, Findings findings) {
        var encrypted = Certificates.isEncrypted(manifests, service);
        if (encrypted != Ingresses.annotation(ingress, "backend-protocol").equals("HTTPS")) {
            findings.add(
                    ingress,
                    encrypted
                            ? "annotate it %sbackend-protocol: HTTPS; %s listens with TLS alone"
                                    .formatted(Ingresses.NGINX, service)
                            : "remove %sbackend-protocol; %s listens without TLS".formatted(Ingresses.NGINX, service));
        }
        if (!encrypted) {
            return;
        }
        if (!Ingresses.annotation(ingress, "proxy-ssl-verify").equals("on")) {
            findings.add(ingress, "annotate it %sproxy-ssl-verify: \"on\"".formatted(Ingresses.NGINX));
        }
        var secret = Ingresses.annotation(ingress, "proxy-ssl-secret");
        var prefix = ingress.namespace() + "/";
        if (!secret.startsWith(prefix)
                || Certificates.of(manifests, secret.substring(prefix.length())).isEmpty()) {
            findings.add(
                    ingress,
                    "%sproxy-ssl-secret is '%s'; name a Secret that a Certificate makes, as %sNAME"
                            .formatted(Ingresses.NGINX, secret, prefix));
        }
        var name = Ingresses.annotation(ingress, "proxy-ssl-name");
        Certificates.shownBy(manifests, service)
                .filter(shown -> !Certificates.names(shown).contains(name))
                .ifPresent(shown -> findings.add(
                        ingress,
                        "%sproxy-ssl-name is '%s', which %s does not have".formatted(Ingresses.NGINX, name, shown)));
    }

    private static void monitors(Manifests manifests, Findings findings) {
        manifests.of("PodMonitor").forEach(monitor -> {
            var selector = new Selector(monitor.spec().at("selector"));
            for (var endpoint : monitor.spec().at("podMetricsEndpoints").items()) {
                manifests.pods().stream()
                        .filter(pod -> pod.isServing() && selector.matches(pod.labels()))
                        .forEach(pod -> monitor(manifests, monitor, endpoint, pod, findings));
            }
        });
    }

    private static void monitor(Manifests manifests, Manifest monitor, Node endpoint, Pod pod, Findings findings) {
        var encrypted = Certificates.isEncrypted(manifests, pod);
        if (encrypted != endpoint.at("scheme").text().equalsIgnoreCase("https")) {
            findings.add(
                    monitor,
                    encrypted
                            ? "set scheme: https; %s listens with TLS alone".formatted(pod.owner())
                            : "remove scheme; %s listens without TLS".formatted(pod.owner()));
            return;
        }
        if (!encrypted) {
            return;
        }
        var tls = endpoint.at("tlsConfig");
        if (tls.at("insecureSkipVerify").is(true)
                || Certificates.of(manifests, tls.at("ca", "secret", "name").text())
                        .isEmpty()) {
            findings.add(
                    monitor,
                    "let tlsConfig.ca.secret name a Secret that a Certificate makes, without insecureSkipVerify");
        }
        var name = tls.at("serverName").text();
        Certificates.shownBy(manifests, pod)
                .filter(shown -> !Certificates.names(shown).contains(name))
                .ifPresent(shown -> findings.add(
                        shown, "add tlsConfig.serverName of %s, '%s', to dnsNames".formatted(monitor, name)));
    }
}
