package ma.balagh.manifests;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is done besides serving, and ends: migrating, replaying dead letters, proving custody. Who serves leaves it to
 * Jobs.
 */
final class JobRules {

    private static final String EXITS = "QUARKUS_INIT_AND_EXIT";

    private static final String MIGRATES = "QUARKUS_FLYWAY_MIGRATE_AT_START";

    private static final String PROVES = "BALAGH_CUSTODY_PROVE";

    private static final String REPLAYS = "BALAGH_MESSAGING_REPLAY";

    private JobRules() {}

    static List<ManifestRule> rules() {
        return List.of(new ManifestRule("migrations", JobRules::migrations), new ManifestRule("task", JobRules::tasks));
    }

    static boolean exits(YamlNode container) {
        return EnvironmentReader.value(container, EXITS).equals("true");
    }

    /** Whether it brings a schema up to date, for which the database is enough. */
    static boolean isMigration(ApplicationInstance instance) {
        return !instance.isServing() && instance.value(EXITS).equals("true");
    }

    private static boolean isReplay(ApplicationInstance instance) {
        return instance.value(REPLAYS).equals("true");
    }

    /** Whether it proves custody, as a role that only reads. */
    static boolean isProof(ApplicationInstance instance) {
        return instance.value(PROVES).equals("true");
    }

    static boolean usesKafka(ApplicationInstance instance) {
        return instance.application().hasDatabase() && (instance.isServing() || isReplay(instance));
    }

    private static Stream<ApplicationInstance> replicas(ManifestSet manifests) {
        return manifests.instances().stream()
                .filter(instance ->
                        instance.isServing() && instance.application().hasDatabase());
    }

    /** A service waits for its schema; somebody has to make it, from the same image. */
    private static void migrations(ManifestSet manifests, FaultCollector findings) {
        replicas(manifests).forEach(instance -> {
            var image = instance.container().at("image");
            if (manifests.instances().stream().noneMatch(job -> migrates(job, image))) {
                findings.add(
                        instance.owner(), "no Job with %s migrates its database from image %s", EXITS, image.text());
            }
        });
    }

    private static boolean migrates(ApplicationInstance job, YamlNode image) {
        return job.owner().is("Job")
                && isMigration(job)
                && job.container().at("image").equals(image)
                && job.value(MIGRATES).equals("true");
    }

    /** Who is started to do something is told what, or it serves beside the others and never ends. */
    private static void tasks(ManifestSet manifests, FaultCollector findings) {
        for (var instance : manifests.instances()) {
            var tasks = Stream.of(EXITS, REPLAYS, PROVES)
                    .filter(task -> instance.value(task).equals("true"))
                    .toList();
            if (instance.isServing() && !tasks.isEmpty()) {
                findings.add(instance.owner(), "remove %s: it would end rather than serve", tasks);
            } else if (!instance.isServing() && tasks.size() != 1) {
                findings.add(
                        instance.owner(), "set one of %s, %s and %s to true, not %s", EXITS, REPLAYS, PROVES, tasks);
            } else if (isReplay(instance)
                    && !instance.owner().spec().at("suspend").is(true)) {
                findings.add(instance.owner(), "set suspend: true: dead letters are replayed when somebody says so");
            }
        }
    }
}
