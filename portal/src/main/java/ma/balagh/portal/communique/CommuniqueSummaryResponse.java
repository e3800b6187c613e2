package ma.balagh.portal.communique;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A communiqué in a list. */
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
        @Nullable UUID correctedBy) {

    public boolean isApproved() {
        return state == CommuniqueStateCode.APPROVED;
    }
}
