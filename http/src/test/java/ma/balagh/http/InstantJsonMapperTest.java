package ma.balagh.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InstantJsonMapperTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new SimpleModule()
                    .addSerializer(Instant.class, new InstantJsonMapper.Writer())
                    .addDeserializer(Instant.class, new InstantJsonMapper.Reader()));

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-11-25T08:30:00.123456Z,   2026-11-25T08:30:00.123Z
            -2974-11-25T00:00:00Z,         0000-01-01T00:00:00.000Z
            -1000000000-01-01T00:00:00Z,   0000-01-01T00:00:00.000Z
            +12345-01-01T00:00:00Z,        9999-12-31T23:59:59.999Z
            """)
    void readsWhateverItWrites(Instant time, String written) throws JsonProcessingException {
        // When
        String json = JSON.writeValueAsString(time);
        // Then
        assertThat(json).isEqualTo('"' + written + '"');
        assertThat(JSON.readValue(json, Instant.class)).isEqualTo(Instant.parse(written));
    }
}
