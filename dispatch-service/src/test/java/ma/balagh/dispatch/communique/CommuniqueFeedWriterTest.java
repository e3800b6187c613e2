package ma.balagh.dispatch.communique;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import ma.balagh.dispatch.communique.AlertDetails.Certainty;
import ma.balagh.dispatch.communique.AlertDetails.Severity;
import ma.balagh.dispatch.communique.AlertDetails.Urgency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The feed as intake's {@code FeedReaderTest} reads it. {@code -Dbalagh.feed.write=true} writes that file anew.
 */
class CommuniqueFeedWriterTest {

    private static final Path READ_BY_INTAKE =
            Path.of("..", "intake-service", "src", "test", "resources", "ma", "balagh", "intake", "communiques.atom");
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final CommuniqueActor AMAL = new CommuniqueActor("1", "amal");
    private static final CommuniqueActor BADR = new CommuniqueActor("2", "badr");

    @Test
    void writesTheFeedThatIntakeReads() throws IOException {
        // Given
        var alert = published(
                3,
                "Vigilance\n\nDes vols sont signalés & la prudence est de mise <ici>.",
                new AlertDetails(Urgency.EXPECTED, Severity.MODERATE, Certainty.LIKELY, NOON.plusSeconds(86_400)),
                NOON.plusSeconds(60));
        var standing = published(2, "Arrestations à Casablanca\n\nDeux personnes sont arrêtées.", null, NOON);
        var withdrawn = published(1, "Arrestations\n\nUne personne est arrêtée.", null, NOON.minusSeconds(3_600));
        withdrawn.retract("les faits ne sont pas établis", AMAL, NOON);

        // When
        var feed = new CommuniqueFeedWriter(new SampleConfig())
                .write(List.of(alert, standing, withdrawn), Locale.FRENCH, NOON.plusSeconds(120));

        // Then
        if (Boolean.getBoolean("balagh.feed.write")) {
            Files.createDirectories(READ_BY_INTAKE.getParent());
            Files.writeString(READ_BY_INTAKE, feed);
        }
        assertThat(Files.readString(READ_BY_INTAKE)).isEqualTo(feed);
    }

    private static Communique published(long number, String text, @Nullable AlertDetails alert, Instant at) {
        var communique = Communique.draft(
                new UUID(0x01985a0000007000L, 0x8000000000000000L + number),
                new CommuniqueDraft(
                        "MA-CAS",
                        alert == null ? CommuniqueKind.STATEMENT : CommuniqueKind.ALERT,
                        new CommuniqueTexts(text, text, text),
                        List.of(),
                        alert,
                        null),
                null,
                AMAL,
                at);
        communique.approve(0, BADR, at);
        return communique;
    }

    private record SampleConfig() implements CommuniqueConfig {

        @Override
        public URI publicAddress() {
            return URI.create("https://balagh.example.org");
        }

        @Override
        public String publisher() {
            return "Sûreté";
        }

        @Override
        public String sender() {
            return "balagh.example.org";
        }

        @Override
        public Duration cacheFor() {
            return Duration.ofMinutes(1);
        }
    }
}
