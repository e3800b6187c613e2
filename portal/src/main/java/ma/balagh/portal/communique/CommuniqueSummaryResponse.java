package ma.balagh.portal.communique;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A communiqué in a list.
 *
 * @param corrects the one that it takes the place of
 * @param correctedAt when the correction takes its place
 */
@TemplateData
public record CommuniqueSummaryResponse(
        UUID id,
        String jurisdiction,
        @Nullable CommuniqueKindCode kind,
        @Nullable CommuniqueStateCode state,
        CommuniqueTextsResponse headlines,
        CommuniqueResponse.Act edited,
        CommuniqueResponse.@Nullable Act approved,
        @Nullable Instant publishedAt,
        @Nullable UUID corrects,
        @Nullable UUID correctedBy,
        @Nullable Instant correctedAt,
        CommuniqueResponse.@Nullable Act retracted,
        @Nullable String retractionReason) {

    public boolean isApproved() {
        return state == CommuniqueStateCode.APPROVED;
    }
}
