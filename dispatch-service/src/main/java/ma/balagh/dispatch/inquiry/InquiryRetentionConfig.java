package ma.balagh.dispatch.inquiry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/** {@code balagh.inquiry.retention.*}: how long files of inquiries are kept, as periods of ISO 8601. */
@ConfigMapping(prefix = "balagh.inquiry.retention")
public interface InquiryRetentionConfig {

    /** From the end of an inquiry that found nobody guilty: unsubstantiated, or not provable. */
    @WithDefault("P1Y")
    Period cleared();

    /** From the end of one that was substantiated or passed to the prosecutor. */
    @WithDefault("P10Y")
    Period proven();

    /** When the file of an inquiry is erased. */
    default Instant eraseAt(Instant closedAt, boolean againstSomebody) {
        return closedAt.atZone(ZoneOffset.UTC)
                .plus(againstSomebody ? proven() : cleared())
                .toInstant();
    }
}
