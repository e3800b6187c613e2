package ma.balagh.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventSchemaTest {

    private static final ObjectMapper TREES = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @ParameterizedTest
    @MethodSource("ma.balagh.contracts.Golden#all")
    void acceptsEachGoldenExample(Golden golden) throws IOException {
        assertThat(errors(golden.type(), golden.json())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ma.balagh.contracts.Golden#all")
    void acceptsWhatTheRecordWrites(Golden golden) throws IOException {
        // When
        var written = EventJsonMapper.write(
                EventJsonMapper.read(golden.type(), golden.json().getBytes(UTF_8)));

        // Then
        assertThat(errors(golden.type(), new String(written, UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ma.balagh.contracts.Golden#types")
    void refusesAnEmptyObject(EventType type) throws IOException {
        assertThat(errors(type, "{}")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("ma.balagh.contracts.Golden#types")
    void isShownByAGoldenExampleWithEveryField(EventType type) {
        assertThat(Golden.of(type))
                .anySatisfy(golden -> assertThat(names(TREES.readTree(golden.json())))
                        .containsExactlyElementsOf(names(schema(type).path("properties"))));
    }

    @ParameterizedTest
    @MethodSource("ma.balagh.contracts.Golden#types")
    void hasTheFieldsOfTheRecordAndRequiresTheSame(EventType type) throws IOException {
        assertSame(schema(type), type.recordClass());
        for (var component : type.recordClass().getRecordComponents()) {
            if (component.getType().isRecord()) {
                assertSame(schema(type).path("$defs").path(component.getType().getSimpleName()), component.getType());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ma.balagh.contracts.Golden#types")
    void describesItselfAndEveryField(EventType type) throws IOException {
        var schema = schema(type);
        assertThat(schema.path("title").asText()).isEqualTo(type.recordClass().getSimpleName());
        assertThat(schema.findParents("properties")).allSatisfy(object -> {
            assertThat(object.path("description").asText()).as("%s", object).isNotBlank();
            assertThat(object.path("properties"))
                    .allSatisfy(field ->
                            assertThat(field.path("description").asText()).endsWith("."));
        });
    }

    private static void assertSame(JsonNode schema, Class<?> record) {
        var components = List.of(record.getRecordComponents());
        assertThat(names(schema.path("properties")))
                .containsExactlyElementsOf(
                        components.stream().map(RecordComponent::getName).toList());
        assertThat(StreamSupport.stream(schema.path("required").spliterator(), false)
                        .map(JsonNode::asText))
                .containsExactlyElementsOf(Arrays.stream(record.getRecordComponents())
                        .filter(EventJsonMapperTest::isRequired)
                        .map(RecordComponent::getName)
                        .toList());
    }

    private static List<String> names(JsonNode object) {
        return object.propertyStream().map(java.util.Map.Entry::getKey).toList();
    }

    private static List<Error> errors(EventType type, String json) throws IOException {
        return REGISTRY.getSchema(schema(type).toString(), InputFormat.JSON)
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static JsonNode schema(EventType type) throws IOException {
        var path = "/schemas/" + type.topic().owner().serviceName() + "/" + Golden.schemaFileName(type);
        try (var stream = Objects.requireNonNull(EventSchemaTest.class.getResourceAsStream(path), path)) {
            return TREES.readTree(stream);
        }
    }
}
