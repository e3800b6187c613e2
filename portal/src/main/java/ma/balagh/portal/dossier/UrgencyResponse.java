package ma.balagh.portal.dossier;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How soon a dossier should be looked at, and why, in analysis's words.
 *
 * @param lookBy until when somebody should have looked
 * @param reckoned what the reasons amount to
 * @param changes what people said, oldest first
 */
@TemplateData
public record UrgencyResponse(
        @Nullable UrgencyLevelCode level,
        @Nullable Instant lookBy,
        @Nullable UrgencyLevelCode reckoned,
        List<Reason> reasons,
        List<Change> changes) {

    /** One reason. */
    @TemplateData
    public record Reason(String code, String text) {}

    /** What a person said; without a level where they went back to what is reckoned. */
    @TemplateData
    public record Change(
            @Nullable UrgencyLevelCode level, @Nullable String reason, String by, Instant at) {}

    /** What a person said that counts now. */
    public @Nullable Change standing() {
        return changes.isEmpty() || changes.getLast().level() == null ? null : changes.getLast();
    }
}
