package ma.balagh.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import ma.balagh.contracts.EventType;
import org.junit.jupiter.api.Test;

class ContractsReflectionTest {

    @Test
    void registersEveryEventAndWhatItIsMadeOf() {
        // Given
        var registered = ContractsReflection.class
                .getAnnotation(RegisterForReflection.class)
                .targets();

        // Then
        assertThat(registered)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values())
                        .flatMap(type -> withParts(type.recordClass()))
                        .distinct()
                        .toList());
    }

    private static Stream<Class<?>> withParts(Class<?> record) {
        return Stream.concat(
                Stream.of(record),
                Arrays.stream(record.getRecordComponents())
                        .map(RecordComponent::getType)
                        .filter(type -> type.isEnum() || type.isRecord())
                        .flatMap(type -> type.isRecord() ? withParts(type) : Stream.of(type)));
    }
}
