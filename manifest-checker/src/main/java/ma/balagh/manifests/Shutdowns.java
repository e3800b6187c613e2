package ma.balagh.manifests;

import java.time.Duration;
import java.util.List;

/** Pods that stop without losing a request, or what they hold open. */
final class Shutdowns {

    private static final String DELAY = "QUARKUS_SHUTDOWN_DELAY";
    private static final String TIMEOUT = "QUARKUS_SHUTDOWN_TIMEOUT";

    /** {@code quarkus.shutdown.timeout} of the applications, in seconds, where the manifests set none. */
    private static final long REQUESTS = 10;

    /** Seconds for closing what is open. */
    private static final long CLOSING = 10;

    /** Seconds that servers of others need to write down what they hold. */
    private static final int WRITING = 30;

    private Shutdowns() {}

    static List<Rule> rules() {
        return List.of(new Rule("shutdown", Shutdowns::shutdown), new Rule("shutdown-setting", Shutdowns::settings));
    }

    private static void shutdown(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            if (!pod.isServing()) {
                continue;
            }
            var applications = Instance.of(manifests, pod).toList();
            applications.forEach(instance -> application(instance, findings));
            if (applications.isEmpty() && grace(pod, WRITING) < WRITING) {
                findings.add(
                        pod.owner(),
                        "terminationGracePeriodSeconds %d kills it while it writes; set it to %d or more"
                                .formatted(grace(pod, WRITING), WRITING));
            }
        }
    }

    /** A text in its place is the strict reading's to tell. */
    private static int grace(Pod pod, int otherwise) {
        var said = pod.spec().at("terminationGracePeriodSeconds");
        return said.number(said.exists() ? otherwise : 30);
    }

    private static void application(Instance instance, Findings findings) {
        int pause = instance.container()
                .at("lifecycle", "preStop", "sleep", "seconds")
                .number(0);
        var delay = instance.value(DELAY);
        long closing = seconds(instance.value(TIMEOUT), REQUESTS) + CLOSING;
        long needed = pause + seconds(delay, 0) + closing;
        int grace = grace(instance.pod(), Integer.MAX_VALUE);
        if (pause < 5) {
            findings.add(
                    instance.owner(),
                    "let lifecycle.preStop sleep 5 s or more, or requests still come when it no longer listens");
        } else if (grace < needed) {
            findings.add(
                    instance.owner(),
                    "terminationGracePeriodSeconds %d kills it at work; set it to %d or more: %d s of preStop, %s of"
                                    .formatted(grace, needed, pause, delay.isEmpty() ? "no time" : delay)
                            + " %s and %d s to close".formatted(DELAY, closing));
        }
    }

    private static long seconds(String written, long otherwise) {
        return Durations.of(written).map(Duration::toSeconds).orElse(otherwise);
    }

    private static void settings(Manifests manifests, Findings findings) {
        for (var instance : manifests.instances()) {
            for (var name : List.of(DELAY, TIMEOUT)) {
                var written = instance.value(name);
                if (!written.isEmpty() && Durations.of(written).isEmpty()) {
                    findings.add(instance.owner(), "write %s as 5s, not '%s'".formatted(name, written));
                }
            }
        }
    }
}
