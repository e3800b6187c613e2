package ma.balagh.manifests;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What can be said of one object by a JSON Schema: that its kind is known, its structure, and what the suite asks of it
 * (requirements.yaml).
 */
final class SchemaRules {

    private static final List<String> OF_KUBERNETES = List.of(
            "v1 Namespace",
            "v1 ConfigMap",
            "v1 Secret",
            "v1 Service",
            "v1 ServiceAccount",
            "v1 PersistentVolumeClaim",
            "apps/v1 Deployment",
            "apps/v1 StatefulSet",
            "batch/v1 Job",
            "batch/v1 CronJob",
            "policy/v1 PodDisruptionBudget",
            "autoscaling/v2 HorizontalPodAutoscaler",
            "networking.k8s.io/v1 NetworkPolicy",
            "networking.k8s.io/v1 Ingress");
    private static final Object METADATA = Map.of("$ref", "#/$defs/V1ObjectMeta");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Schema> STRUCTURES = structures();
    private static final Map<String, Schema> REQUIREMENTS = requirements();

    private SchemaRules() {}

    static List<ManifestRule> rules() {
        return List.of(
                new ManifestRule("known-kind", SchemaRules::kinds),
                new ManifestRule("schema", SchemaRules::schemas),
                new ManifestRule("setting", SchemaRules::environments));
    }

    private static String type(KubernetesObject manifest) {
        return manifest.apiVersion() + " " + manifest.kind();
    }

    private static void kinds(ManifestSet manifests, FaultCollector findings) {
        for (var manifest : manifests.all()) {
            if (!STRUCTURES.containsKey(type(manifest))) {
                findings.add(
                        manifest,
                        "apiVersion %s of this kind is not known here; use that of Kubernetes 1.34, or add its schema",
                        manifest.apiVersion());
            }
        }
    }

    private static void schemas(ManifestSet manifests, FaultCollector findings) {
        for (var manifest : manifests.all()) {
            var content = JSON.valueToTree(manifest.content().value());
            var structure = validate(STRUCTURES.get(type(manifest)), content);
            var errors = structure.isEmpty() ? required(manifests, content, "Object", manifest.kind()) : structure;
            errors.forEach(error -> findings.add(manifest, "%s: %s", error.getInstanceLocation(), error.getMessage()));
        }
    }

    /** What an application is told in the end, from wherever it is told it. */
    private static void environments(ManifestSet manifests, FaultCollector findings) {
        for (var instance : manifests.instances()) {
            var application = instance.application();
            var names = new ArrayList<>(List.of("environment"));
            if (application.hasDatabase()) {
                names.add("environment with a database");
            }
            names.add(
                    JobRules.isMigration(instance)
                            ? "environment of a migration"
                            : "environment of " + application.account());
            if (JobRules.usesKafka(instance)) {
                names.add("environment with Kafka");
            }
            if (instance.isServing()) {
                names.add("environment of a replica");
                names.add("environment of a replica of " + instance.pod().part());
                names.add("environment of a replica" + (application.hasDatabase() ? " with a database" : ""));
            }
            var values = new TreeMap<String, Object>();
            instance.variables()
                    .forEach((name, variable) ->
                            values.put(name, variable.value().value()));
            for (var error : required(manifests, JSON.valueToTree(values), names.toArray(String[]::new))) {
                var name = String.valueOf(error.getInstanceLocation()).replace("/", "");
                findings.add(
                        instance.giver(name), name.isEmpty() ? error.getMessage() : name + ": " + error.getMessage());
            }
        }
    }

    private static List<Error> required(ManifestSet manifests, JsonNode content, String... names) {
        var places = manifests.isLocal()
                ? List.of("everywhere", "local")
                : manifests.isProduction()
                        ? List.of("everywhere", "deployed", "production")
                        : List.of("everywhere", "deployed", "staging");
        return places.stream()
                .flatMap(place -> Arrays.stream(names).map(name -> REQUIREMENTS.get(place + " " + name)))
                .flatMap(schema -> validate(schema, content).stream())
                .toList();
    }

    private static List<Error> validate(@Nullable Schema schema, JsonNode content) {
        return schema == null ? List.of() : schema.validate(content);
    }

    private static Map<String, Schema> structures() {
        var definitions = definitions(read("kinds.yaml"));
        var kinds = new LinkedHashMap<String, Object>();
        definitions.forEach((name, schema) -> {
            if (name.contains(" ")) {
                properties(schema).put("metadata", METADATA);
                properties(schema).put("apiVersion", true);
                properties(schema).put("kind", true);
                kinds.put(name, schema);
            }
        });
        for (var name : OF_KUBERNETES) {
            kinds.put(name, Map.of("$ref", "#/$defs/" + model(name)));
        }
        definitions.putAll(KubernetesSchemaReader.of(
                OF_KUBERNETES.stream().map(SchemaRules::model).toList()));
        definitions.replaceAll((name, schema) -> closed(schema));
        kinds.replaceAll((name, schema) -> closed(schema));
        return compiled("structures", definitions, kinds);
    }

    private static Map<String, Schema> requirements() {
        var file = read("requirements.yaml");
        var requirements = new LinkedHashMap<String, Object>();
        for (var place : List.of("everywhere", "local", "deployed", "staging", "production")) {
            map(Objects.requireNonNull(file.get(place)))
                    .forEach((kind, schema) -> requirements.put(place + " " + kind, schema));
        }
        return compiled("requirements", definitions(file), requirements);
    }

    private static Map<String, Schema> compiled(
            String document, Map<String, Object> definitions, Map<String, Object> schemas) {
        var numbers = new ArrayList<>(schemas.keySet());
        var all = new LinkedHashMap<>(definitions);
        schemas.forEach((name, schema) -> all.put("of" + numbers.indexOf(name), schema));
        var address = "balagh:" + document;
        var registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .errorMessageKeyword("message")
                                .build())
                        .schemas(Map.of(address, JSON.writeValueAsString(Map.of("$id", address, "$defs", all)))));
        var compiled = new LinkedHashMap<String, Schema>();
        numbers.forEach(name -> compiled.put(
                name, registry.getSchema(SchemaLocation.of(address + "#/$defs/of" + numbers.indexOf(name)))));
        return compiled;
    }

    /** The client's name of a kind: V1Deployment of apps/v1 Deployment. */
    private static String model(String type) {
        return type.replaceFirst("^(.*/)?v", "V").replace(" ", "");
    }

    /** An object whose properties are named has no others. */
    private static Object closed(Object schema) {
        if (schema instanceof List<?> list) {
            return list.stream().map(SchemaRules::closed).toList();
        }
        if (!(schema instanceof Map<?, ?>)) {
            return schema;
        }
        var closed = new LinkedHashMap<String, Object>();
        map(schema).forEach((name, content) -> closed.put(name, closed(content)));
        if (closed.get("properties") instanceof Map<?, ?>) {
            closed.putIfAbsent("additionalProperties", false);
        }
        return closed;
    }

    private static Map<String, Object> read(String name) {
        return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(ResourceReader.text(name)));
    }

    private static Map<String, Object> definitions(Map<String, Object> document) {
        return new LinkedHashMap<>(map(Objects.requireNonNull(document.get("$defs"))));
    }

    private static Map<String, Object> properties(Object schema) {
        return map(Objects.requireNonNull(map(schema).get("properties")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
