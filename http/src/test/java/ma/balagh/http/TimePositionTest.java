package ma.balagh.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class TimePositionTest {

    @Test
    void readsWhatItWrote() {
        var position = new TimePosition(Instant.parse("2026-01-02T03:04:05.006Z"), UUID.randomUUID());
        assertThat(TimePosition.parse(position.toString())).isEqualTo(position);
    }

    @Test
    void refusesAnythingElse() {
        for (String text : List.of("", "/", "abc", UUID.randomUUID().toString(), "2026-01-02T03:04:05Z/", "2026/7")) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> TimePosition.parse(text));
        }
    }
}
