package ma.balagh.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublicPageCacheTest {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final HandSetClock clock = new HandSetClock();
    private final PublicPageCache cache = new PublicPageCache(clock, KEPT, 2);

    @Test
    void showsAnOldPageOnceMoreWhileOthersAskForTooMuch() {
        // Given
        assertThat(body("statistics", "old")).isEqualTo("old");
        clock.advance(KEPT.plusSeconds(1));
        assertThat(body("of nobody 1", "x")).isEqualTo("x");
        assertThat(body("of nobody 2", "x")).isEqualTo("x");

        // When
        Response answer = ask("statistics", "new");

        // Then
        assertThat(answer.getEntity()).isEqualTo("old");
        assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("public, max-age=1");
        assertThatThrownBy(() -> ask("of nobody 3", "x"))
                .isInstanceOfSatisfying(
                        ClientErrorException.class,
                        refused -> assertThat(refused.getResponse().getStatus()).isEqualTo(429));

        // When
        clock.advance(Duration.ofSeconds(1));

        // Then
        assertThat(body("statistics", "new")).isEqualTo("new");
        assertThat(ask("statistics", "newer").getHeaderString("Cache-Control")).isEqualTo("public, max-age=60");
    }

    @Test
    void isKeptByOthersForTheRestOfItsTime() {
        // Given
        assertThat(ask("statistics", "old").getHeaderString("Cache-Control")).isEqualTo("public, max-age=60");

        // When
        clock.advance(KEPT.minusSeconds(15));

        // Then
        assertThat(ask("statistics", "new").getHeaderString("Cache-Control")).isEqualTo("public, max-age=15");
    }

    private Object body(String name, String made) {
        return ask(name, made).getEntity();
    }

    private Response ask(String name, String made) {
        return cache.answer(name, new FirstRequest(), () -> made);
    }

    /** Of somebody who has no page yet. */
    private static final class FirstRequest implements Request {

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public @Nullable Variant selectVariant(List<Variant> variants) {
            return null;
        }

        @Override
        public Response.@Nullable ResponseBuilder evaluatePreconditions(EntityTag tag) {
            return null;
        }

        @Override
        public Response.@Nullable ResponseBuilder evaluatePreconditions(Date lastModified) {
            return null;
        }

        @Override
        public Response.@Nullable ResponseBuilder evaluatePreconditions(Date lastModified, EntityTag tag) {
            return null;
        }

        @Override
        public Response.@Nullable ResponseBuilder evaluatePreconditions() {
            return null;
        }
    }

    private static final class HandSetClock extends Clock {

        private Instant now = Instant.parse("2026-11-30T12:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
