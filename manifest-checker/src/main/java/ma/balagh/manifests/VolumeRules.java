package ma.balagh.manifests;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Volumes where containers look for them: files that settings name, folders that are written to, and evidence. */
final class VolumeRules {

    private static final Pattern ROOT_CERTIFICATE = Pattern.compile("[?&]sslrootcert=([^&]+)");
    private static final String EVIDENCE = "BALAGH_EVIDENCE_DIRECTORY";

    private VolumeRules() {}

    static List<ManifestRule> rules() {
        return List.of(
                new ManifestRule("volume", VolumeRules::volumes),
                new ManifestRule("mounted-file", VolumeRules::files),
                new ManifestRule("writable", VolumeRules::writable),
                new ManifestRule("evidence", VolumeRules::evidence));
    }

    private static void volumes(ManifestSet manifests, FaultCollector findings) {
        for (var pod : manifests.pods()) {
            var volumes = new HashSet<String>();
            pod.spec().items("volumes").forEach(volume -> volumes.add(volume.text("name")));
            pod.owner()
                    .spec()
                    .items("volumeClaimTemplates")
                    .forEach(claim -> volumes.add(claim.text("metadata", "name")));
            pod.containers().stream()
                    .flatMap(container -> container.items("volumeMounts").stream())
                    .map(mount -> mount.text("name"))
                    .filter(name -> !volumes.contains(name))
                    .forEach(name -> findings.add(pod.owner(), "it mounts volume '%s', which it does not have", name));
            pod.spec().items("volumes").stream()
                    .map(volume -> volume.at("persistentVolumeClaim", "claimName"))
                    .filter(claim -> claim.exists()
                            && manifests
                                    .find("PersistentVolumeClaim", claim.text())
                                    .isEmpty())
                    .forEach(
                            claim -> findings.add(pod.owner(), "there is no PersistentVolumeClaim '%s'", claim.text()));
        }
    }

    /** The innermost mount that a place lies in. */
    static Optional<YamlNode> around(YamlNode container, String place) {
        return container.items("volumeMounts").stream()
                .filter(mount -> (place + "/").startsWith(path(mount) + "/"))
                .max(Comparator.comparingInt(mount -> path(mount).length()));
    }

    private static String path(YamlNode mount) {
        return mount.text("mountPath").replaceFirst("/+$", "");
    }

    static Optional<YamlNode> volume(WorkloadPod pod, YamlNode mount) {
        return pod.spec().items("volumes").stream()
                .filter(volume -> volume.text("name").equals(mount.text("name")))
                .findFirst();
    }

    /** The file by which the certificate of a database is checked, as its address says. */
    static Optional<String> rootCertificate(String address) {
        var file = ROOT_CERTIFICATE.matcher(address);
        return file.find() ? Optional.of(file.group(1)) : Optional.empty();
    }

    private static void files(ManifestSet manifests, FaultCollector findings) {
        for (var pod : manifests.pods()) {
            for (var container : pod.containers()) {
                named(manifests, container)
                        .distinct()
                        .filter(file -> around(container, file)
                                .filter(mount -> lacks(manifests, pod, mount, file))
                                .isPresent())
                        .forEach(file -> findings.add(
                                pod.owner(), "it looks for %s, which is no file of the volume there", file));
            }
        }
        for (var instance : manifests.instances()) {
            needed(instance)
                    .filter(file -> around(instance.container(), file).isEmpty())
                    .forEach(file -> findings.add(instance.owner(), "mount what has %s: a setting names it", file));
        }
    }

    /** Jobs share the settings of their service, and not each of them uses Kafka. */
    private static Stream<String> needed(ApplicationInstance instance) {
        return Stream.concat(
                rootCertificate(instance.value("QUARKUS_DATASOURCE_JDBC_URL")).stream(),
                instance.names().stream()
                        .filter(name -> name.endsWith("_LOCATION") && JobRules.usesKafka(instance))
                        .map(instance::value));
    }

    /** Files that a container is told of. */
    private static Stream<String> named(ManifestSet manifests, YamlNode container) {
        var settings = EnvironmentReader.variables(manifests, container).values().stream()
                .map(variable -> variable.value().text());
        var arguments = Stream.of("command", "args")
                .flatMap(list -> container.items(list).stream())
                .map(YamlNode::text);
        return Stream.concat(settings, arguments)
                .map(text -> rootCertificate(text).orElse(text))
                .filter(word -> word.matches("/\\S+"));
    }

    private static boolean lacks(ManifestSet manifests, WorkloadPod pod, YamlNode mount, String file) {
        var inside = file.substring(Math.min(file.length(), path(mount).length()));
        return !mount.at("subPath").exists()
                && inside.length() > 1
                && volume(pod, mount)
                        .filter(volume -> !contains(manifests, volume, inside.substring(1)))
                        .isPresent();
    }

    private static boolean contains(ManifestSet manifests, YamlNode volume, String file) {
        boolean isSecret = volume.at("secret").exists();
        var source = volume.at(isSecret ? "secret" : "configMap");
        var items = source.items("items");
        if (!items.isEmpty()) {
            return items.stream().anyMatch(item -> item.text("path").equals(file));
        }
        // What is not there at all is found elsewhere.
        return !source.exists()
                || ReferenceRules.keys(
                                manifests,
                                isSecret ? "Secret" : "ConfigMap",
                                source.text(isSecret ? "secretName" : "name"))
                        .map(keys -> keys.contains("*") || keys.contains(file))
                        .orElse(true);
    }

    private static void writable(ManifestSet manifests, FaultCollector findings) {
        for (var instance : manifests.instances()) {
            written(instance)
                    .distinct()
                    .filter(place -> around(instance.container(), place)
                            .filter(mount -> !mount.at("readOnly").is(true))
                            .isEmpty())
                    .forEach(place -> findings.add(
                            instance.owner(), "mount a volume at %s without readOnly: it writes there", place));
        }
    }

    /** Proving custody only reads. */
    private static Stream<String> written(ApplicationInstance instance) {
        boolean proves = instance.value("BALAGH_CUSTODY_PROVE").equals("true");
        var directories = instance.names().stream()
                .filter(name -> name.endsWith("_DIRECTORY") && !JobRules.exits(instance.container()))
                .filter(name -> !(proves && name.equals(EVIDENCE)))
                .map(instance::value)
                .filter(place -> place.startsWith("/"));
        return Stream.concat(Stream.of("/tmp"), directories);
    }

    private static void evidence(ManifestSet manifests, FaultCollector findings) {
        for (var instance : manifests.instances()) {
            var directory = instance.value(EVIDENCE);
            var mount = around(instance.container(), directory);
            if (directory.startsWith("/")
                    && !JobRules.exits(instance.container())
                    && mount.filter(there -> !there.at("subPath").exists())
                            .flatMap(there -> volume(instance.pod(), there))
                            .filter(volume -> volume.at("persistentVolumeClaim").exists())
                            .isEmpty()) {
                findings.add(
                        instance.owner(),
                        "mount a volume with persistentVolumeClaim at %s '%s', without subPath",
                        EVIDENCE,
                        directory);
            }
        }
    }
}
