package ma.balagh.manifests;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Volumes where containers look for them: files that settings name, and folders that are written to. */
final class Mounts {

    private static final Pattern ROOT_CERTIFICATE = Pattern.compile("[?&]sslrootcert=([^&]+)");

    private Mounts() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("volume", Mounts::volumes),
                new Rule("mounted-file", Mounts::files),
                new Rule("writable", Mounts::writable));
    }

    private static void volumes(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            var volumes = new HashSet<String>();
            pod.spec()
                    .at("volumes")
                    .items()
                    .forEach(volume -> volumes.add(volume.at("name").text()));
            pod.owner()
                    .spec()
                    .at("volumeClaimTemplates")
                    .items()
                    .forEach(claim -> volumes.add(claim.at("metadata", "name").text()));
            var unused = new HashSet<>(volumes);
            for (var container : pod.containers()) {
                var places = new HashSet<String>();
                for (var mount : container.at("volumeMounts").items()) {
                    var name = mount.at("name").text();
                    unused.remove(name);
                    if (!volumes.contains(name)) {
                        findings.add(pod.owner(), "it mounts volume '%s', which it does not have".formatted(name));
                    }
                    if (!places.add(mount.at("mountPath").text())) {
                        findings.add(
                                pod.owner(),
                                "two volumes are mounted at %s"
                                        .formatted(mount.at("mountPath").text()));
                    }
                }
            }
            unused.forEach(name -> findings.add(pod.owner(), "no container mounts its volume '%s'".formatted(name)));
        }
    }

    /** The innermost mount that a place lies in. */
    static Optional<Node> around(Node container, String place) {
        return container.at("volumeMounts").items().stream()
                .filter(mount -> (place + "/").startsWith(path(mount) + "/"))
                .max(Comparator.comparingInt(mount -> path(mount).length()));
    }

    private static String path(Node mount) {
        return mount.at("mountPath").text().replaceFirst("/+$", "");
    }

    static Optional<Node> volume(Pod pod, Node mount) {
        return pod.spec().at("volumes").items().stream()
                .filter(volume ->
                        volume.at("name").text().equals(mount.at("name").text()))
                .findFirst();
    }

    /** Whether it does more than migrating, for which it needs no folder of the settings that it shares. */
    static boolean usesDirectories(Node container) {
        return Application.of(container).isPresent()
                && !Environment.value(container, "QUARKUS_INIT_AND_EXIT").equals("true");
    }

    private static void files(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            for (var container : pod.containers()) {
                named(manifests, container)
                        .distinct()
                        .filter(file -> around(container, file)
                                .filter(mount -> lacks(manifests, pod, mount, file))
                                .isPresent())
                        .forEach(file -> findings.add(
                                pod.owner(),
                                "container %s looks for %s, which is no file of the volume there; name one or add it"
                                        .formatted(container.at("name").text(), file)));
            }
        }
    }

    /** The file by which the certificate of a database is checked, as its address says. */
    static Optional<String> rootCertificate(String address) {
        var file = ROOT_CERTIFICATE.matcher(address);
        return file.find() ? Optional.of(file.group(1)) : Optional.empty();
    }

    /** Files that a container is told of. Those of TLS are another rule's. */
    private static Stream<String> named(Manifests manifests, Node container) {
        var settings = Environment.names(manifests, container).stream()
                .filter(name -> !name.startsWith("QUARKUS_TLS_"))
                .map(name -> Environment.value(manifests, container, name));
        var arguments = Stream.of("command", "args")
                .flatMap(list -> container.at(list).items().stream())
                .map(Node::text);
        return Stream.concat(settings, arguments)
                .map(text -> rootCertificate(text).orElse(text))
                .filter(word -> word.matches("/\\S+"));
    }

    private static boolean lacks(Manifests manifests, Pod pod, Node mount, String file) {
        var inside = file.substring(Math.min(file.length(), path(mount).length()));
        return !mount.at("subPath").exists()
                && inside.length() > 1
                && volume(pod, mount)
                        .filter(volume -> !contents(manifests, volume, inside.substring(1)))
                        .isPresent();
    }

    private static boolean contents(Manifests manifests, Node volume, String file) {
        if (volume.at("secret").exists()) {
            return contents(manifests, "Secret", volume.at("secret"), "secretName", file);
        }
        return !volume.at("configMap").exists()
                || contents(manifests, "ConfigMap", volume.at("configMap"), "name", file);
    }

    /** True also of what another rule says that it is not there. */
    private static boolean contents(Manifests manifests, String kind, Node source, String name, String file) {
        var items = source.at("items").items();
        return items.isEmpty()
                ? References.keys(manifests, kind, source.at(name).text())
                        .map(keys -> keys.contains("*") || keys.contains(file))
                        .orElse(true)
                : items.stream().anyMatch(item -> item.at("path").text().equals(file));
    }

    private static void writable(Manifests manifests, Findings findings) {
        for (var instance : manifests.instances()) {
            written(instance)
                    .distinct()
                    .filter(place -> around(instance.container(), place)
                            .filter(mount -> !isReadOnly(instance.pod(), mount))
                            .isEmpty())
                    .forEach(place -> findings.add(
                            instance.owner(),
                            "mount a volume at %s without readOnly: container %s writes there"
                                    .formatted(
                                            place,
                                            instance.container().at("name").text())));
        }
    }

    /** Proving custody reads alone. */
    private static Stream<String> written(Instance instance) {
        boolean proves = instance.value("BALAGH_CUSTODY_PROVE").equals("true");
        var directories = instance.names().stream()
                .filter(name -> name.endsWith("_DIRECTORY"))
                .filter(name ->
                        usesDirectories(instance.container()) && !(proves && name.startsWith("BALAGH_EVIDENCE_")))
                .map(instance::value)
                .filter(place -> place.startsWith("/"));
        return Stream.concat(Stream.of("/tmp"), directories);
    }

    private static boolean isReadOnly(Pod pod, Node mount) {
        return mount.at("readOnly").is(true)
                || volume(pod, mount)
                        .filter(volume ->
                                volume.at("persistentVolumeClaim", "readOnly").is(true))
                        .isPresent();
    }
}
