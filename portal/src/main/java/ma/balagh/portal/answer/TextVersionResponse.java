package ma.balagh.portal.answer;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.portal.shell.PortalLanguage;
import org.jspecify.annotations.Nullable;

/**
 * What reporters are told at one ending, as it is or was.
 *
 * @param version 0 as it came with the system
 * @param approvedBy who put it into force; nothing where one person did before two were asked for
 * @param proposal what waits for a second person
 */
@TemplateData
public record TextVersionResponse(
        String key,
        int version,
        Words text,
        @Nullable Instant editedAt,
        @Nullable String editedBy,
        @Nullable String approvedBy,
        @Nullable Proposal proposal) {

    /** What somebody proposes that it shall say. */
    @TemplateData
    public record Proposal(UUID id, Words text, Instant proposedAt, String proposedBy) {}

    /** The three languages. */
    @TemplateData
    public record Words(String ar, String fr, String en) {

        public String in(PortalLanguage language) {
            return switch (language) {
                case AR -> ar;
                case FR -> fr;
                case EN -> en;
            };
        }
    }

    public @Nullable AnswerEnding ending() {
        return AnswerEnding.of(key);
    }

    public boolean isBuiltIn() {
        return version == 0;
    }
}
