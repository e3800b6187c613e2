package ma.balagh.portal.receipt;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import ma.balagh.portal.shell.PortalLanguage;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt shows to whoever has its code.
 *
 * @param status nothing for one that the portal does not know yet
 */
@TemplateData
public record PublicReceiptResponse(
        String receipt,
        @Nullable ReceiptStatusCode status,
        @Nullable Answer answer) {

    /** @param at when the thing that is told happened */
    @TemplateData
    public record Answer(Text text, Instant at) {}

    /** The same in each language. */
    @TemplateData
    public record Text(String ar, String fr, String en) {

        public String in(PortalLanguage language) {
            return switch (language) {
                case AR -> ar;
                case FR -> fr;
                case EN -> en;
            };
        }
    }
}
