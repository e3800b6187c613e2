package ma.balagh.contracts;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AsyncApiTest {

    @SuppressWarnings("NullAway.Init")
    private static JsonNode document;

    @BeforeAll
    static void readDocument() throws IOException {
        try (var stream = Objects.requireNonNull(AsyncApiTest.class.getResourceAsStream("/asyncapi.yaml"))) {
            document = new YAMLMapper().readTree(stream);
        }
    }

    @Test
    void listsExactlyTheTopics() {
        assertThat(names(document.path("channels")))
                .isEqualTo(
                        Arrays.stream(Topic.values()).map(AsyncApiTest::channel).collect(Collectors.toSet()));
    }

    @Test
    void listsExactlyTheEvents() {
        assertThat(names(document.path("components").path("messages")))
                .isEqualTo(Golden.types()
                        .map(type -> type.recordClass().getSimpleName())
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @EnumSource
    void saysWhoOwnsATopicAndWhoReadsIt(Topic topic) {
        var channel = document.path("channels").path(channel(topic));
        assertThat(channel.path("address").asText()).isEqualTo(topic.topicName());
        assertThat(channel.path("description").asText()).isNotBlank();
        assertThat(channel.path("x-owner").asText()).isEqualTo(topic.owner().serviceName());
        assertThat(texts(channel.path("x-consumers")))
                .isEqualTo(topic.consumers().stream()
                        .map(SuiteService::serviceName)
                        .collect(Collectors.toSet()));
        assertThat(names(channel.path("messages")))
                .isEqualTo(Golden.types()
                        .filter(type -> type.topic() == topic)
                        .map(type -> type.recordClass().getSimpleName())
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @EnumSource
    void givesAnOperationToTheOwnerAndToEachConsumer(Topic topic) {
        // Given
        var expected = new HashSet<String>();
        var noun = channel(topic).substring(0, 1).toUpperCase(ROOT)
                + channel(topic).substring(1);
        expected.add(topic.owner().serviceName() + "Publishes" + noun + " send");
        topic.consumers().forEach(consumer -> expected.add(consumer.serviceName() + "Consumes" + noun + " receive"));

        // Then
        assertThat(document.path("operations")
                        .propertyStream()
                        .filter(operation -> operation
                                .getValue()
                                .path("channel")
                                .path("$ref")
                                .asText()
                                .equals("#/channels/" + channel(topic)))
                        .map(operation -> operation.getKey() + " "
                                + operation.getValue().path("action").asText())
                        .collect(Collectors.toSet()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("ma.balagh.contracts.Golden#types")
    void namesAnEventsTypeAndSchema(EventType type) {
        var message = document.path("components")
                .path("messages")
                .path(type.recordClass().getSimpleName());
        var schema = message.path("payload").path("schema").path("$ref").asText();
        assertThat(message.path("name").asText()).isEqualTo(type.typeName());
        assertThat(schema)
                .isEqualTo("schemas/" + type.topic().owner().serviceName() + "/" + Golden.schemaFileName(type));
        assertThat(AsyncApiTest.class.getResource("/" + schema)).isNotNull();
    }

    private static String channel(Topic topic) {
        return topic.name().toLowerCase(ROOT);
    }

    private static Set<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }
}
