package ma.balagh.manifests;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every rule, and what they find. */
final class Checker {

    private static final List<Rule> RULES = Stream.of(
                    Kinds.rules(),
                    Names.rules(),
                    Workloads.rules(),
                    Fields.rules(),
                    Parts.rules(),
                    Probes.rules(),
                    Shutdowns.rules(),
                    Resources.rules(),
                    Rollouts.rules(),
                    Images.rules(),
                    Disruptions.rules(),
                    Scaling.rules(),
                    References.rules(),
                    Storage.rules(),
                    Mounts.rules(),
                    Networking.rules(),
                    Ingresses.rules(),
                    Certificates.rules(),
                    Encryption.rules(),
                    NetworkPolicies.rules(),
                    Outside.rules(),
                    PodSecurity.rules(),
                    Rights.rules(),
                    Errands.rules(),
                    Secrets.rules(),
                    Environment.rules(),
                    Needs.rules(),
                    Addresses.rules(),
                    Connections.rules(),
                    OwnSecrets.rules(),
                    Workers.rules(),
                    Evidence.rules(),
                    Ports.rules(),
                    KafkaAccess.rules(),
                    Brokers.rules(),
                    Databases.rules(),
                    Realms.rules(),
                    Triggers.rules(),
                    Seen.rules(),
                    ExternalSecrets.rules())
            .flatMap(List::stream)
            .toList();

    private Checker() {}

    static List<Rule> rules() {
        return RULES;
    }

    static List<Fault> check(Manifests manifests) {
        var faults = new ArrayList<Fault>();
        for (Rule rule : RULES) {
            rule.check().look(manifests, (manifest, mend) -> faults.add(new Fault(rule.name(), manifest, mend)));
        }
        return faults.stream().distinct().toList();
    }
}
