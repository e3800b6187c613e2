package ma.balagh.manifests;

import java.util.List;

/** Each part listens where the others, their policies and their addresses look for it. */
final class Ports {

    private static final String PORT = "QUARKUS_HTTP_PORT";

    private Ports() {}

    static List<Rule> rules() {
        return List.of(new Rule("part-port", Ports::ports));
    }

    private static void ports(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            var known = CallGraph.PORTS.get(pod.part());
            if (known != null && pod.isServing()) {
                Instance.of(manifests, pod).forEach(instance -> application(instance, known, findings));
                manifests
                        .of("Service")
                        .filter(service -> manifests
                                .podsWith(service.spec().at("selector").texts())
                                .contains(pod))
                        .forEach(service -> service(service, pod, known, findings));
            }
        }
    }

    private static void application(Instance instance, int known, Findings findings) {
        var ports = instance.container().at("ports").items();
        ports.stream()
                .filter(port -> port.at("name").is("http")
                        && ports.stream()
                                .noneMatch(there -> there.at("containerPort").is(known)))
                .forEach(port -> findings.add(
                        instance.owner(),
                        "set containerPort of port http to %d, not %s: it listens there"
                                .formatted(known, port.at("containerPort").text())));
        instance.variable(PORT)
                .filter(variable -> !variable.value().text().equals(String.valueOf(known)))
                .ifPresent(variable -> findings.add(
                        variable.giver(instance.pod()),
                        "remove %s: %s is asked at port %d"
                                .formatted(PORT, instance.pod().part(), known)));
    }

    private static void service(Manifest service, Pod pod, int known, Findings findings) {
        for (var port : service.spec().at("ports").items()) {
            var target = port.at("targetPort").exists() ? port.at("targetPort") : port.at("port");
            var led = pod.ports().stream()
                    .filter(there -> there.at("name").text().equals(target.text())
                            || there.at("containerPort").text().equals(target.text()))
                    .map(there -> there.at("containerPort"))
                    .toList();
            if (port.at("port").is(known) && !led.isEmpty() && led.stream().noneMatch(there -> there.is(known))) {
                findings.add(
                        service,
                        "its targetPort %s is not where %s listens; let it be port %d of %s"
                                .formatted(target.text(), pod.part(), known, pod.owner()));
            }
        }
    }
}
