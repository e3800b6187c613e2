package ma.balagh.manifests;

import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1CronJob;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1PriorityClass;
import io.kubernetes.client.openapi.models.V1Role;
import io.kubernetes.client.openapi.models.V1RoleBinding;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether each object is one that Kubernetes 1.34, or an operator that we know, would take. */
final class Kinds {

    private static final Map<String, Class<?>> CORE = Map.ofEntries(
            Map.entry("v1 Namespace", V1Namespace.class),
            Map.entry("v1 ConfigMap", V1ConfigMap.class),
            Map.entry("v1 Secret", V1Secret.class),
            Map.entry("v1 Service", V1Service.class),
            Map.entry("v1 ServiceAccount", V1ServiceAccount.class),
            Map.entry("v1 PersistentVolumeClaim", V1PersistentVolumeClaim.class),
            Map.entry("apps/v1 Deployment", V1Deployment.class),
            Map.entry("apps/v1 StatefulSet", V1StatefulSet.class),
            Map.entry("batch/v1 Job", V1Job.class),
            Map.entry("batch/v1 CronJob", V1CronJob.class),
            Map.entry("policy/v1 PodDisruptionBudget", V1PodDisruptionBudget.class),
            Map.entry("autoscaling/v2 HorizontalPodAutoscaler", V2HorizontalPodAutoscaler.class),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy.class),
            Map.entry("networking.k8s.io/v1 Ingress", V1Ingress.class),
            Map.entry("rbac.authorization.k8s.io/v1 Role", V1Role.class),
            Map.entry("rbac.authorization.k8s.io/v1 RoleBinding", V1RoleBinding.class),
            Map.entry("scheduling.k8s.io/v1 PriorityClass", V1PriorityClass.class));

    /** Their own definitions check them, in a cluster that has the operator. */
    private static final Set<String> CUSTOM = Set.of(
            "postgresql.cnpg.io/v1 Cluster",
            "postgresql.cnpg.io/v1 Database",
            "postgresql.cnpg.io/v1 ScheduledBackup",
            "barmancloud.cnpg.io/v1 ObjectStore",
            "kafka.strimzi.io/v1 Kafka",
            "kafka.strimzi.io/v1 KafkaNodePool",
            "kafka.strimzi.io/v1 KafkaTopic",
            "kafka.strimzi.io/v1 KafkaUser",
            "k8s.keycloak.org/v2alpha1 Keycloak",
            "k8s.keycloak.org/v2alpha1 KeycloakRealmImport",
            "external-secrets.io/v1 ExternalSecret",
            "cert-manager.io/v1 Certificate",
            "cert-manager.io/v1 Issuer",
            "keda.sh/v1alpha1 ScaledObject",
            "keda.sh/v1alpha1 TriggerAuthentication",
            "monitoring.coreos.com/v1 PodMonitor",
            "monitoring.coreos.com/v1 ServiceMonitor",
            "monitoring.coreos.com/v1 PrometheusRule");

    private static final List<String> PROFILES = List.of("enforce", "audit", "warn");

    private static final Pattern REQUIRED = Pattern.compile("The required field `(\\w+)` is not found");

    static {
        JSON.getGson();
    }

    private Kinds() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("known-kind", Kinds::knownKind),
                new Rule("strict-fields", Kinds::strictFields),
                new Rule("unique-name", Kinds::uniqueName),
                new Rule("one-namespace", Kinds::oneNamespace),
                new Rule("restricted-namespace", Kinds::restrictedNamespace));
    }

    private static String type(Manifest manifest) {
        return manifest.apiVersion() + " " + manifest.kind();
    }

    private static void knownKind(Manifests manifests, Findings findings) {
        for (var manifest : manifests.all()) {
            if (!CORE.containsKey(type(manifest)) && !CUSTOM.contains(type(manifest))) {
                findings.add(
                        manifest,
                        manifest.kind().startsWith("ClusterRole")
                                ? "it has rights in every namespace; make a Role and a RoleBinding here"
                                : "nobody here knows apiVersion %s of this kind; use the one of Kubernetes 1.34 or teach it to the checker"
                                        .formatted(manifest.apiVersion()));
            }
        }
    }

    private static void strictFields(Manifests manifests, Findings findings) {
        var gson = JSON.getGson();
        for (var manifest : manifests.all()) {
            var model = CORE.get(type(manifest));
            if (model == null) {
                continue;
            }
            try {
                var written = gson.toJsonTree(manifest.content().value());
                var places = Mistyped.places(written, model);
                places.forEach(place -> findings.add(manifest, "correct the field: " + place));
                if (places.isEmpty()) {
                    Objects.requireNonNull(gson.fromJson(written, model));
                }
            } catch (RuntimeException e) {
                findings.add(manifest, "correct the field: " + reason(e));
            }
        }
    }

    /** Without the object that it is about, which the client writes out, and without its classes. */
    private static String reason(RuntimeException e) {
        var message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        var required = REQUIRED.matcher(message);
        return required.find()
                ? "add %s, which has to be there".formatted(required.group(1))
                : message.replaceAll("(to the properties|(in the )?JSON( string)?:).*", "")
                        .replaceAll("\\b(java|com|io)(\\.\\w+)+: ", "")
                        .strip();
    }

    private static void uniqueName(Manifests manifests, Findings findings) {
        var seen = new HashSet<String>();
        for (var manifest : manifests.all()) {
            if (manifest.name().isEmpty()) {
                findings.add(manifest, "give it metadata.name");
            } else if (!seen.add(manifest + " " + manifest.namespace())) {
                findings.add(manifest, "it stands here twice; remove or rename one");
            }
        }
    }

    private static void oneNamespace(Manifests manifests, Findings findings) {
        var made = manifests.of("Namespace").map(Manifest::name).toList();
        for (var manifest : manifests.all()) {
            if (!manifest.is("Namespace") && !manifest.is("PriorityClass") && !made.contains(manifest.namespace())) {
                findings.add(
                        manifest,
                        "its namespace '%s' is none of those made here, %s; everything of the suite stands in one"
                                .formatted(manifest.namespace(), made));
            }
        }
    }

    private static void restrictedNamespace(Manifests manifests, Findings findings) {
        manifests.of("Namespace").forEach(namespace -> {
            for (var profile : PROFILES) {
                var label = "pod-security.kubernetes.io/" + profile;
                if (!namespace.content().at("metadata", "labels", label).text().equals("restricted")) {
                    findings.add(namespace, "label it %s: restricted".formatted(label));
                }
            }
        });
    }
}
