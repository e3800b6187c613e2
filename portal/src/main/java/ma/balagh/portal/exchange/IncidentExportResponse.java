package ma.balagh.portal.exchange;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That somebody took incidents along. */
@TemplateData
public record IncidentExportResponse(
        UUID id,
        String exportedBy,
        Instant exportedAt,
        String purpose,
        @Nullable Format format,
        List<String> jurisdictions,
        Instant from,
        Instant to,
        int incidents) {

    /** How they were written. */
    @TemplateData
    public enum Format {
        CSV,
        EDXL,
        GEOJSON;

        /** How it is asked for. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
