package ma.balagh.portal.referral;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a court decided after a referral. */
@TemplateData
public record CourtDecisionResponse(
        @Nullable Kind kind, String court, String reference, Instant decidedAt, String summary, String by) {

    /** What a decision comes to. */
    public enum Kind {
        CHARGED,
        DISMISSED,
        ACQUITTED,
        CONVICTED,
        APPEALED,
        OTHER
    }

    /** All decisions about one incident, oldest first. */
    @TemplateData
    public record All(List<CourtDecisionResponse> items) {

        public List<Kind> kinds() {
            return List.of(Kind.values());
        }
    }
}
