package ma.balagh.manifests;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every rule, and what they find. */
final class Checker {

    private static final List<Rule> RULES = Stream.of(
                    SchemaRules.rules(),
                    WorkloadRules.rules(),
                    LifecycleRules.rules(),
                    ScalingRules.rules(),
                    ReferenceRules.rules(),
                    VolumeRules.rules(),
                    ServiceRules.rules(),
                    IngressRules.rules(),
                    TlsRules.rules(),
                    NetworkPolicyRules.rules(),
                    NetworkPeerRules.rules(),
                    JobRules.rules(),
                    SettingRules.rules(),
                    AddressRules.rules(),
                    SecretRules.rules(),
                    KafkaRules.rules(),
                    DatabaseRules.rules(),
                    RealmRules.rules(),
                    ObservabilityRules.rules())
            .flatMap(List::stream)
            .toList();

    private Checker() {}

    static List<Rule> rules() {
        return RULES;
    }

    static List<Fault> check(Manifests manifests) {
        return check(RULES, manifests);
    }

    static List<Fault> check(List<Rule> rules, Manifests manifests) {
        var faults = new ArrayList<Fault>();
        for (Rule rule : rules) {
            try {
                rule.check().look(manifests, (manifest, mend) -> faults.add(new Fault(rule.name(), manifest, mend)));
            } catch (RuntimeException | StackOverflowError e) {
                faults.add(new Fault(
                        rule.name(),
                        stumblingBlock(rule, manifests),
                        "rule %s cannot read this: %s".formatted(rule.name(), e)));
            }
        }
        return faults.stream().distinct().toList();
    }

    /** The object that a rule cannot read alone, either; the first one where it takes several. */
    private static Manifest stumblingBlock(Rule rule, Manifests manifests) {
        return manifests.all().stream()
                .filter(manifest -> !canRead(rule, new Manifests(List.of(manifest), manifests.settings())))
                .findFirst()
                .orElseGet(() -> manifests.all().getFirst());
    }

    private static boolean canRead(Rule rule, Manifests manifests) {
        try {
            rule.check().look(manifests, (manifest, mend) -> {});
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            return false;
        }
    }
}
