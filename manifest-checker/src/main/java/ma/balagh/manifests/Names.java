package ma.balagh.manifests;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What things are called, as Kubernetes takes it. */
final class Names {

    private static final Pattern SUBDOMAIN = Pattern.compile("[a-z0-9]([-a-z0-9.]*[a-z0-9])?");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern LABEL_VALUE = Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?");
    private static final Pattern LABEL_KEY =
            Pattern.compile("([a-z0-9][-a-z0-9.]{0,252}/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");

    /** Whose names become parts of others. */
    private static final Map<String, Integer> LONGEST = Map.of("CronJob", 52, "Service", 63, "Deployment", 63);

    private static final int LONGEST_OF_ALL = 253;

    private Names() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("valid-name", Names::names),
                new Rule("valid-label", Names::labels),
                new Rule("volume-twice", Names::volumes));
    }

    private static void names(Manifests manifests, Findings findings) {
        for (var manifest : manifests.all()) {
            var longest = LONGEST.getOrDefault(manifest.kind(), LONGEST_OF_ALL);
            // Roles of Kubernetes' own may have colons.
            if (!manifest.kind().contains("Role")
                            && !SUBDOMAIN.matcher(manifest.name()).matches()
                    || manifest.name().length() > longest) {
                findings.add(
                        manifest,
                        "call it by small letters, digits, '-' and '.', %d at most; '%s' is refused"
                                .formatted(longest, manifest.name()));
            }
        }
        for (var pod : manifests.pods()) {
            for (var container : pod.containers()) {
                var name = container.at("name").text();
                if (!LABEL.matcher(name).matches()) {
                    findings.add(
                            pod.owner(),
                            "call container '%s' by small letters, digits and '-', 63 at most".formatted(name));
                }
            }
        }
    }

    private static void labels(Manifests manifests, Findings findings) {
        for (var manifest : manifests.all()) {
            labels(manifest, manifest.content().at("metadata", "labels").texts(), findings);
        }
        for (var pod : manifests.pods()) {
            labels(pod.owner(), pod.labels(), findings);
        }
    }

    private static void labels(Manifest manifest, Map<String, String> labels, Findings findings) {
        labels.forEach((key, value) -> {
            if (!LABEL_KEY.matcher(key).matches() || !LABEL_VALUE.matcher(value).matches()) {
                findings.add(
                        manifest,
                        "write label '%s: %s' with letters, digits, '-', '_' and '.' alone, 63 at most"
                                .formatted(key, value));
            }
        });
    }

    private static void volumes(Manifests manifests, Findings findings) {
        for (var pod : manifests.pods()) {
            var seen = new HashSet<String>();
            for (var volume : pod.spec().at("volumes").items()) {
                if (!seen.add(volume.at("name").text())) {
                    findings.add(
                            pod.owner(),
                            "remove one of the volumes '%s'"
                                    .formatted(volume.at("name").text()));
                }
            }
        }
    }
}
