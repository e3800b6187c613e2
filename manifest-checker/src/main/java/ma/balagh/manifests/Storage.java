package ma.balagh.manifests;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What has to last lies on claims: those that are there, that can be written to, and that stay. */
final class Storage {

    private static final String EVIDENCE = "BALAGH_EVIDENCE_DIRECTORY";
    private static final Pattern LOGS = Pattern.compile("(?m)^log\\.dirs?=(.+)$");
    private static final Pattern BEFORE_18 = Pattern.compile("(.*/)?postgres:(9|1[0-7])\\b.*");

    private Storage() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("claim-reference", Storage::claims),
                new Rule("claim", Storage::storage),
                new Rule("claim-shared", Storage::sharedClaims),
                new Rule("claim-kept", Storage::kept),
                new Rule("evidence", Storage::evidence),
                new Rule("data", Storage::data));
    }

    private static void claims(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            for (var volume : pod.spec().at("volumes").items()) {
                var claim = volume.at("persistentVolumeClaim", "claimName");
                if (claim.exists()
                        && manifests.find("PersistentVolumeClaim", claim.text()).isEmpty()) {
                    findings.add(pod.owner(), "there is no PersistentVolumeClaim '%s'".formatted(claim.text()));
                }
            }
        }
    }

    private static void storage(Manifests manifests, Findings findings) {
        manifests.of("PersistentVolumeClaim").forEach(claim -> storage(claim, claim.spec(), findings));
        manifests
                .of("StatefulSet")
                .forEach(set -> set.spec()
                        .at("volumeClaimTemplates")
                        .items()
                        .forEach(claim -> storage(set, claim.at("spec"), findings)));
    }

    private static void storage(Manifest manifest, Node claim, Findings findings) {
        var amount = claim.at("resources", "requests", "storage").text();
        if (amount.isEmpty() || Amounts.isOne(amount) && Amounts.of(amount).signum() <= 0) {
            findings.add(manifest, "set resources.requests.storage to what it needs, not '%s'".formatted(amount));
        }
        var modes = claim.at("accessModes").items().stream().map(Node::text).toList();
        if (modes.stream().noneMatch(mode -> mode.startsWith("ReadWrite"))) {
            findings.add(
                    manifest, "nobody can write to it; set accessModes to [ReadWriteMany], not %s".formatted(modes));
        }
        if (claim.at("volumeMode").is("Block")) {
            findings.add(manifest, "remove volumeMode Block: it is mounted as a folder");
        }
    }

    /** On one node, as a small cluster has it, several pods can write to one claim. */
    private static void sharedClaims(Manifests manifests, Findings findings) {
        if (manifests.isLocal()) {
            return;
        }
        for (var pod : manifests.pods()) {
            if (!pod.owner().is("Deployment") || Scaling.most(manifests, pod.owner()) < 2) {
                continue;
            }
            for (var volume : pod.spec().at("volumes").items()) {
                var name = volume.at("persistentVolumeClaim", "claimName").text();
                manifests
                        .find("PersistentVolumeClaim", name)
                        .filter(claim -> claim.spec().at("accessModes").items().stream()
                                        .noneMatch(mode -> mode.text().endsWith("Many"))
                                && claim.spec().at("accessModes").exists())
                        .ifPresent(claim -> findings.add(
                                claim,
                                "pods of %s on several nodes need accessModes [ReadWriteMany]".formatted(pod.owner())));
            }
        }
    }

    private static void kept(Manifests manifests, Findings findings) {
        manifests.of("StatefulSet").forEach(set -> {
            for (var when : List.of("whenDeleted", "whenScaled")) {
                if (set.spec().at("persistentVolumeClaimRetentionPolicy", when).is("Delete")) {
                    findings.add(
                            set,
                            "remove persistentVolumeClaimRetentionPolicy.%s: Delete, or its data goes with a pod"
                                    .formatted(when));
                }
            }
        });
    }

    private static void evidence(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            for (var container : pod.mainContainers()) {
                var directory = Environment.value(manifests, container, EVIDENCE);
                if (!directory.startsWith("/") || !Mounts.usesDirectories(container)) {
                    continue;
                }
                Mounts.around(container, directory)
                        .filter(mount -> mount.at("subPath").exists())
                        .ifPresent(mount -> findings.add(
                                pod.owner(),
                                "remove subPath at %s: the others keep evidence beside it".formatted(directory)));
                var lasting = Mounts.around(container, directory)
                        .flatMap(mount -> Mounts.volume(pod, mount))
                        .filter(volume -> volume.at("persistentVolumeClaim").exists());
                if (lasting.isEmpty()) {
                    findings.add(
                            pod.owner(),
                            "mount a volume with persistentVolumeClaim at %s '%s', or evidence goes with the pod"
                                    .formatted(EVIDENCE, directory));
                }
            }
        }
    }

    /** Servers of others, where a StatefulSet runs them. */
    private static void data(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            if (!pod.owner().is("StatefulSet")) {
                continue;
            }
            var kept = pod.owner().spec().at("volumeClaimTemplates").items().stream()
                    .map(claim -> claim.at("metadata", "name").text())
                    .toList();
            for (var container : pod.mainContainers()) {
                directories(manifests, pod, container)
                        .filter(directory -> Mounts.around(container, directory)
                                .filter(mount -> kept.contains(mount.at("name").text()))
                                .isEmpty())
                        .forEach(directory -> findings.add(
                                pod.owner(),
                                "mount one of volumeClaimTemplates %s around %s, where it keeps its data"
                                        .formatted(kept, directory)));
            }
        }
    }

    private static Stream<String> directories(Manifests manifests, Pod pod, Node container) {
        return switch (pod.part()) {
            case "postgres" -> Stream.of(postgres(container));
            case "kafka" ->
                pod.spec().at("volumes").items().stream()
                        .map(volume -> volume.at("configMap", "name").text())
                        .flatMap(name -> manifests.find("ConfigMap", name).stream())
                        .flatMap(config -> config.content().at("data").texts().values().stream())
                        .flatMap(text -> LOGS.matcher(text)
                                .results()
                                .map(line -> line.group(1).strip()))
                        .flatMap(line -> Stream.of(line.split(",")));
            default -> Stream.empty();
        };
    }

    private static String postgres(Node container) {
        var said = Environment.value(container, "PGDATA");
        if (!said.isEmpty()) {
            return said;
        }
        return BEFORE_18.matcher(container.at("image").text()).matches()
                ? "/var/lib/postgresql/data"
                : "/var/lib/postgresql/18/docker";
    }
}
