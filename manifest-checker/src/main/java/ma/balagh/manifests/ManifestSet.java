package ma.balagh.manifests;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All objects that are applied together, with the place that they are for. */
final class ManifestSet {

    private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "Job", "CronJob");
    private static final String LOCAL = "balagh-local";
    private static final String STAGING = "balagh-staging";

    private final List<KubernetesObject> all;
    private final ApplicationSettingsReader settings;
    private final Map<String, List<KubernetesObject>> kinds;
    private final List<WorkloadPod> pods;
    private final List<ApplicationInstance> instances;
    private final boolean local;
    private final boolean production;

    /** By what containers are read from: many rules ask for them, each time anew. */
    private final Map<@Nullable Object, Map<String, EnvironmentVariable>> variables = new IdentityHashMap<>();

    ManifestSet(List<KubernetesObject> all, ApplicationSettingsReader settings) {
        this.all = List.copyOf(all);
        this.settings = settings;
        this.kinds = all.stream().collect(Collectors.groupingBy(KubernetesObject::kind));
        this.pods = all.stream()
                .filter(manifest -> WORKLOADS.contains(manifest.kind()))
                .map(manifest -> new WorkloadPod(manifest, template(manifest)))
                .toList();
        this.instances = ApplicationInstance.of(this);
        this.local = isIn(LOCAL);
        this.production = !local && !isIn(STAGING);
    }

    List<KubernetesObject> all() {
        return all;
    }

    ApplicationSettingsReader settings() {
        return settings;
    }

    List<KubernetesObject> all(String kind) {
        return kinds.getOrDefault(kind, List.of());
    }

    Stream<KubernetesObject> of(String kind) {
        return all(kind).stream();
    }

    Optional<KubernetesObject> find(String kind, String name) {
        return of(kind).filter(manifest -> manifest.name().equals(name)).findFirst();
    }

    List<WorkloadPod> pods() {
        return pods;
    }

    List<ApplicationInstance> instances() {
        return instances;
    }

    /** Variables of a container, read the first time that they are asked for. */
    Map<String, EnvironmentVariable> variables(
            YamlNode container, Function<YamlNode, Map<String, EnvironmentVariable>> reading) {
        var known = variables.get(container.value());
        if (known == null) {
            known = reading.apply(container);
            variables.put(container.value(), known);
        }
        return known;
    }

    List<WorkloadPod> podsWith(Map<String, String> labels) {
        return pods.stream()
                .filter(pod -> !labels.isEmpty() && pod.labels().entrySet().containsAll(labels.entrySet()))
                .toList();
    }

    private static YamlNode template(KubernetesObject workload) {
        return workload.is("CronJob")
                ? workload.spec().at("jobTemplate", "spec", "template")
                : workload.spec().at("template");
    }

    /** Published secrets are at home there, and only there. */
    boolean isLocal() {
        return local;
    }

    /** Whatever is for no other place: a production that is called otherwise is one, too. */
    boolean isProduction() {
        return production;
    }

    /**
     * All of it: one object more in a place where less is asked changes nothing for the others. What stands in a
     * namespace that is not made here is a fault of its own, and makes no other place of this one.
     */
    private boolean isIn(String namespace) {
        var made = of("Namespace").map(KubernetesObject::name).collect(Collectors.toSet());
        var namespaces = all.stream()
                .map(KubernetesObject::namespace)
                .filter(name -> made.isEmpty() ? !name.isEmpty() : made.contains(name))
                .collect(Collectors.toSet());
        return namespaces.equals(Set.of(namespace));
    }
}
