package ma.balagh.manifests;

import com.google.gson.annotations.SerializedName;
import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.openapi.models.V1Pod;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Schemas of Kubernetes' own kinds. The client's models are generated from the OpenAPI document that Kubernetes publishes,
 * and have of it the fields, their types and which are required.
 */
final class KubernetesSchemaReader {

    private static final String MODELS = V1Pod.class.getPackageName();
    private static final Map<String, Object> AMOUNT = Map.of(
            "type",
            List.of("string", "number"),
            "pattern",
            "^[+-]?(\\d+\\.?\\d*|\\.\\d+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?\\d+)?$");
    private static final Map<Type, Object> VALUES = Map.of(
            String.class, Map.of("type", "string"),
            Boolean.class, Map.of("type", "boolean"),
            Integer.class, Map.of("type", "integer"),
            Long.class, Map.of("type", "integer"),
            IntOrString.class, Map.of("type", List.of("integer", "string")),
            Quantity.class, AMOUNT,
            byte[].class, Map.of("type", "string", "pattern", "^[A-Za-z0-9+/=\\s]*$"));

    private final Map<String, Object> schemas = new HashMap<>();
    private final Deque<Class<?>> waiting = new ArrayDeque<>();

    private KubernetesSchemaReader() {}

    /** Those of the models and of whatever these contain, by the models' names. */
    static Map<String, Object> of(List<String> models) {
        var schemas = new KubernetesSchemaReader();
        models.forEach(name -> schemas.waiting.add(model(name)));
        while (!schemas.waiting.isEmpty()) {
            var model = schemas.waiting.remove();
            if (!schemas.schemas.containsKey(model.getSimpleName())) {
                schemas.schemas.put(model.getSimpleName(), schemas.object(model));
            }
        }
        return schemas.schemas;
    }

    private static Class<?> model(String name) {
        try {
            return Class.forName(MODELS + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Kubernetes has no " + name, e);
        }
    }

    private Map<String, Object> object(Class<?> model) {
        var properties = new LinkedHashMap<String, Object>();
        for (var field : model.getDeclaredFields()) {
            var name = field.getAnnotation(SerializedName.class);
            if (name != null) {
                properties.put(name.value(), schema(field.getGenericType()));
            }
        }
        return Map.of("type", "object", "properties", properties, "required", List.copyOf(required(model)));
    }

    private Object schema(Type type) {
        if (type instanceof ParameterizedType generic) {
            var content = schema(generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1]);
            return generic.getRawType() == Map.class
                    ? Map.of("type", "object", "additionalProperties", content)
                    : Map.of("type", "array", "items", content);
        }
        if (type instanceof Class<?> model && model.getPackageName().equals(MODELS)) {
            waiting.add(model);
            return Map.of("$ref", "#/$defs/" + model.getSimpleName());
        }
        return VALUES.getOrDefault(type, true);
    }

    @SuppressWarnings("unchecked")
    private static Set<String> required(Class<?> model) {
        try {
            Field names = model.getField("openapiRequiredFields");
            return (Set<String>) names.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("%s does not say what is required".formatted(model), e);
        }
    }
}
