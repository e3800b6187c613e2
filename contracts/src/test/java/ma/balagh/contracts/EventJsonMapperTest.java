package ma.balagh.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventJsonMapperTest {

    private static final ObjectMapper TREES = new ObjectMapper();

    @ParameterizedTest
    @MethodSource("ma.balagh.contracts.Golden#all")
    void writesWhatItReadAsItWas(Golden golden) throws IOException {
        // When
        var event = EventJsonMapper.read(golden.type(), golden.json().getBytes(UTF_8));

        // Then
        assertThat(event).isInstanceOf(golden.type().recordClass());
        assertThat(tree(new String(EventJsonMapper.write(event), UTF_8))).isEqualTo(tree(golden.json()));
    }

    @ParameterizedTest
    @MethodSource("ma.balagh.contracts.Golden#all")
    void passesOverFieldsOfALaterReleaseWhereverTheyStand(Golden golden) throws IOException {
        // Given
        var later = tree(golden.json());
        addField(later);

        // Then
        assertThat(EventJsonMapper.read(golden.type(), bytes(later)))
                .isEqualTo(EventJsonMapper.read(golden.type(), golden.json().getBytes(UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("requiredFields")
    void refusesAnEventWithoutARequiredField(Golden golden, String field) throws IOException {
        // Given
        var without = tree(golden.json());
        without.remove(field);
        var withNull = tree(golden.json()).putNull(field);

        // Then
        assertThatIOException()
                .isThrownBy(() -> EventJsonMapper.read(golden.type(), bytes(without)))
                .withMessageContaining(field);
        assertThatIOException()
                .isThrownBy(() -> EventJsonMapper.read(golden.type(), bytes(withNull)))
                .withMessageContaining(field);
    }

    @Test
    void refusesWhatIsNoEvent() {
        Stream.of("", "{", "[]", "null", "\"text\"", "{} {}")
                .forEach(text -> assertThatIOException()
                        .as(text)
                        .isThrownBy(() -> EventJsonMapper.read(EventType.DOSSIER_FORWARDED, text.getBytes(UTF_8))));
    }

    static Stream<Arguments> requiredFields() {
        return Golden.all()
                .flatMap(golden -> Arrays.stream(golden.type().recordClass().getRecordComponents())
                        .filter(EventJsonMapperTest::isRequired)
                        .map(component -> Arguments.of(golden, component.getName())));
    }

    static boolean isRequired(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static void addField(JsonNode node) {
        node.forEach(EventJsonMapperTest::addField);
        if (node instanceof ObjectNode object) {
            object.put("addedLater", "something");
        }
    }

    private static ObjectNode tree(String json) throws JsonProcessingException {
        return (ObjectNode) TREES.readTree(json);
    }

    private static byte[] bytes(JsonNode tree) throws JsonProcessingException {
        return TREES.writeValueAsBytes(tree);
    }
}
