package ma.balagh.portal.answer;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The ending that a text is for; of a known case, its outcome. */
@TemplateData
public enum AnswerEnding {
    SET_ASIDE,
    NO_RECORDING,
    FORWARDED,
    FALSE_REPORT,
    PRESUMED_OFFENCE,
    RESOLVED_ARRESTED,
    RESOLVED_IDENTIFIED_AT_LARGE,
    RESOLVED_NOT_FOUND,
    RESOLVED_NO_OFFENCE,
    REFERRED,
    KNOWN_CASE,
    KNOWN_CASE_FALSE_REPORT,
    KNOWN_CASE_PRESUMED_OFFENCE,
    KNOWN_CASE_RESOLVED_ARRESTED,
    KNOWN_CASE_RESOLVED_IDENTIFIED_AT_LARGE,
    KNOWN_CASE_RESOLVED_NOT_FOUND,
    KNOWN_CASE_RESOLVED_NO_OFFENCE,
    KNOWN_CASE_REFERRED;

    /** Of a key such as {@code RESOLVED.ARRESTED}; nothing for one that the portal does not know yet. */
    static @Nullable AnswerEnding of(String key) {
        String name = key.replace('.', '_');
        return Arrays.stream(values())
                .filter(ending -> ending.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
