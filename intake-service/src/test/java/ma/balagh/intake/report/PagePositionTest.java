package ma.balagh.intake.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class PagePositionTest {

    @Test
    void readsWhatItWrote() {
        var position = new PagePosition(Instant.parse("2026-01-02T03:04:05.006Z"), UUID.randomUUID());
        assertThat(PagePosition.parse(position.toString())).isEqualTo(position);
    }

    @Test
    void refusesAnythingElse() {
        for (String text : List.of("", "/", "abc", UUID.randomUUID().toString(), "2026-01-02T03:04:05Z/", "2026/7")) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> PagePosition.parse(text));
        }
    }
}
