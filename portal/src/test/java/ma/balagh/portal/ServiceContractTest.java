package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the portal asks the services for, held against the OpenAPI documents that they publish. */
class ServiceContractTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

    private final List<String> differences = new ArrayList<>();
    private final Set<Type> seen = new HashSet<>();

    static Stream<Class<?>> clients() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("ma.balagh.portal")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(RegisterRestClient.class))
                        .map(JavaClass::reflect);
    }

    @ParameterizedTest
    @MethodSource("clients")
    void asksForWhatTheServiceOffers(Class<?> client) throws IOException {
        // Given
        String service = client.getAnnotation(RegisterRestClient.class).configKey();
        var document = new YAMLMapper()
                .readTree(java.nio.file.Path.of("../" + service + "-service/openapi.yaml")
                        .toFile());

        // When
        for (Method method : client.getDeclaredMethods()) {
            compare(document, client, method);
        }

        // Then
        assertThat(differences).isEmpty();
    }

    private void compare(JsonNode document, Class<?> client, Method method) {
        String name = client.getSimpleName() + "." + method.getName();
        String path = client.getAnnotation(Path.class).value()
                + (method.isAnnotationPresent(Path.class)
                        ? method.getAnnotation(Path.class).value()
                        : "");
        String verb = Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(found -> found != null)
                .findFirst()
                .orElseThrow()
                .value();
        JsonNode offered = offered(document, path);
        JsonNode operation = offered.path(verb.toLowerCase(Locale.ROOT));
        if (operation.isMissingNode()) {
            differences.add(name + ": there is no " + verb + " " + path);
            return;
        }
        Set<String> parameters = names(document, operation.path("parameters"));
        parameters.addAll(names(document, offered.path("parameters")));
        for (Parameter parameter : method.getParameters()) {
            compare(document, name, parameter, parameters, operation);
        }
        JsonNode answer = Stream.of("200", "201", "202")
                .map(operation.path("responses")::path)
                .filter(JsonNode::isObject)
                .findFirst()
                .orElse(MissingNode.getInstance());
        compare(document, name, method.getGenericReturnType(), json(answer), Direction.READS);
    }

    private void compare(JsonNode document, String name, Parameter parameter, Set<String> offered, JsonNode operation) {
        if (parameter.isAnnotationPresent(QueryParam.class)) {
            String query = parameter.getAnnotation(QueryParam.class).value();
            if (!offered.contains(query)) {
                differences.add(name + ": there is no parameter " + query);
            }
        } else if (!parameter.isAnnotationPresent(PathParam.class)
                && !parameter.isAnnotationPresent(HeaderParam.class)) {
            compare(
                    document,
                    name,
                    parameter.getParameterizedType(),
                    json(operation.path("requestBody")),
                    Direction.WRITES);
        }
    }

    /** What stands in a path is called differently on both sides. */
    private static JsonNode offered(JsonNode document, String path) {
        return document.path("paths").properties().stream()
                .filter(entry -> shape(entry.getKey()).equals(shape(path)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static String shape(String path) {
        return PLACEHOLDER.matcher(path).replaceAll("{}");
    }

    private enum Direction {
        READS,
        WRITES
    }

    private void compare(JsonNode document, String place, Type type, JsonNode unresolved, Direction direction) {
        JsonNode schema = resolved(document, unresolved);
        Class<?> raw = raw(type);
        if (raw == RestResponse.class) {
            compare(document, place, argument(type), unresolved, direction);
        } else if (List.class.isAssignableFrom(raw)) {
            compare(document, place + "[]", argument(type), schema.path("items"), direction);
        } else if (raw.isEnum()) {
            compareEnum(place, raw, schema, direction);
        } else if (raw.isRecord() && schema.has("properties") && seen.add(type)) {
            for (RecordComponent component : raw.getRecordComponents()) {
                JsonNode property = schema.path("properties").path(component.getName());
                if (property.isMissingNode()) {
                    differences.add(place + ": there is no " + component.getName());
                } else {
                    compare(document, place + "." + component.getName(), inside(type, component), property, direction);
                }
            }
        }
    }

    /** The portal has to know what it reads, and may write only what is known. */
    private void compareEnum(String place, Class<?> type, JsonNode schema, Direction direction) {
        var ours = new HashSet<String>();
        for (Object constant : type.getEnumConstants()) {
            ours.add(((Enum<?>) constant).name());
        }
        var theirs = new HashSet<String>();
        schema.path("enum").forEach(constant -> theirs.add(constant.asText()));
        if (theirs.isEmpty()) {
            return;
        }
        Set<String> missing = new HashSet<>(direction == Direction.READS ? theirs : ours);
        missing.removeAll(direction == Direction.READS ? ours : theirs);
        if (!missing.isEmpty()) {
            differences.add(place + ": one side does not know " + missing);
        }
    }

    private static Type inside(Type type, RecordComponent component) {
        return component.getGenericType() instanceof TypeVariable<?>
                ? argument(type)
                : component.getGenericType() instanceof ParameterizedType generic
                                && generic.getActualTypeArguments()[0] instanceof TypeVariable<?>
                        ? new ListOf(argument(type))
                        : component.getGenericType();
    }

    /** A list in a generic record, as its user sees it. */
    private record ListOf(Type element) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return new Type[] {element};
        }

        @Override
        public Type getRawType() {
            return List.class;
        }

        @Override
        public Type getOwnerType() {
            return List.class;
        }
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    private static Type argument(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    private static JsonNode json(JsonNode carrier) {
        return carrier.path("content").path("application/json").path("schema");
    }

    /** Follows references; what may be null is one of two. */
    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        String reference = schema.path("$ref").asText();
        if (!reference.isEmpty()) {
            return resolved(document, document.at(reference.substring(1)));
        }
        return StreamSupport.stream(schema.path("anyOf").spliterator(), false)
                .filter(option -> option.has("$ref"))
                .findFirst()
                .map(option -> resolved(document, option))
                .orElse(schema);
    }

    private static Set<String> names(JsonNode document, JsonNode parameters) {
        var names = new HashSet<String>();
        parameters.forEach(parameter ->
                names.add(resolved(document, parameter).path("name").asText()));
        return names;
    }
}
