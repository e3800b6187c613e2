package ma.balagh.portal.communique;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A communiqué as everybody sees it. */
@TemplateData
public record PublicCommuniqueResponse(
        UUID id,
        @Nullable CommuniqueKindCode kind,
        @Nullable PublicStateCode state,
        CommuniqueTextsResponse texts,
        CommuniqueTextsResponse territory,
        CommuniqueResponse.@Nullable Alert alert,
        Instant publishedAt,
        @Nullable UUID corrects,
        @Nullable UUID correctedBy,
        @Nullable Instant correctedAt,
        @Nullable Instant retractedAt) {

    public boolean isCorrected() {
        return state == PublicStateCode.CORRECTED;
    }

    public boolean isRetracted() {
        return state == PublicStateCode.RETRACTED;
    }
}
