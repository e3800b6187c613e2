package ma.balagh.portal.item;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a source published, as intake tells it.
 *
 * @param reportId what it became, or what that became of which it is a sighting
 * @param sampled drawn for a look at what the score misses
 */
@TemplateData
public record ItemResponse(
        UUID id,
        UUID sourceId,
        @Nullable String url,
        String title,
        String text,
        @Nullable String language,
        @Nullable Instant publishedAt,
        Instant seenAt,
        List<String> mediaUrls,
        JudgementResponse assessment,
        @Nullable Standing standing,
        @Nullable UUID reportId,
        @Nullable UUID sightingOf,
        boolean sampled,
        @Nullable Review review) {

    /** What became of it. */
    public enum Standing {
        SET_ASIDE,
        REPORTED,
        SIGHTING
    }

    /** What an officer said of it. */
    @TemplateData
    public record Review(Instant at, String by, String reason) {}

    /** What a list shows for it: the title, or how the text begins, or the address. */
    public String heading() {
        if (!title.isBlank()) {
            return title;
        }
        return text.isBlank() && url != null ? url : text;
    }

    /** Whether an officer can still bring it back, or say that it belongs aside. */
    public boolean isReviewable() {
        return standing == Standing.SET_ASIDE && review == null;
    }

    public List<TextPassage> markedTitle() {
        return TextPassage.of(title, assessment.words());
    }

    public List<TextPassage> markedText() {
        return TextPassage.of(text, assessment.words());
    }

    /** The two that did most, for a list. */
    public List<String> telling() {
        return assessment.reasons().stream()
                .filter(reason -> reason.weight() != 0)
                .map(reason -> reason.words())
                .distinct()
                .limit(3)
                .toList();
    }

    /** The likeliest place, for a list; nothing where none is named. */
    public JudgementResponse.@Nullable Place place() {
        return assessment.places().stream().findFirst().orElse(null);
    }
}
