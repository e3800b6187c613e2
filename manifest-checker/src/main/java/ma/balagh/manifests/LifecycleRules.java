package ma.balagh.manifests;

import java.time.Duration;
import java.util.List;

/** A pod has time to stop. */
final class LifecycleRules {

    private static final String DELAY = "QUARKUS_SHUTDOWN_DELAY";

    private static final String TIMEOUT = "QUARKUS_SHUTDOWN_TIMEOUT";

    /** {@code quarkus.shutdown.timeout} of the applications, in seconds, where the manifests set none. */
    private static final long REQUESTS = 10;

    /** Seconds for closing what is open. */
    private static final long CLOSING = 10;

    private LifecycleRules() {}

    static List<ManifestRule> rules() {
        return List.of(new ManifestRule("shutdown", LifecycleRules::shutdowns));
    }

    private static void shutdowns(ManifestSet manifests, FaultCollector findings) {
        for (var instance : manifests.instances()) {
            if (!instance.isServing()) {
                continue;
            }
            int pause = instance.container()
                    .at("lifecycle", "preStop", "sleep", "seconds")
                    .number(0);
            long needed =
                    pause + seconds(instance.value(DELAY), 0) + seconds(instance.value(TIMEOUT), REQUESTS) + CLOSING;
            int grace =
                    instance.pod().spec().at("terminationGracePeriodSeconds").number(30);
            if (grace < needed) {
                findings.add(
                        instance.owner(),
                        "terminationGracePeriodSeconds %d kills it at work; set it to %d or more: preStop, %s, %s and %d s to close",
                        grace,
                        needed,
                        DELAY,
                        TIMEOUT,
                        CLOSING);
            }
        }
    }

    private static long seconds(String written, long otherwise) {
        return DurationParser.of(written).map(Duration::toSeconds).orElse(otherwise);
    }
}
