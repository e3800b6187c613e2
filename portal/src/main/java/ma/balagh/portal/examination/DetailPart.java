package ma.balagh.portal.examination;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a finding's figures. The laboratory tells moments as ISO 8601; people read them as all other moments.
 *
 * @param at the moment that the text stands for, if it does
 */
@TemplateData
public record DetailPart(String text, @Nullable Instant at) {

    private static final Pattern MOMENT = Pattern.compile(
            "(?<!\\S)\u2068?(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?Z)\u2069?(?!\\w)");

    public static List<DetailPart> of(String detail) {
        List<DetailPart> parts = new ArrayList<>();
        Matcher moment = MOMENT.matcher(detail);
        int told = 0;
        while (moment.find()) {
            Instant at = instant(moment.group(1));
            if (at != null) {
                add(parts, detail.substring(told, moment.start()));
                parts.add(new DetailPart(moment.group(1), at));
                told = moment.end();
            }
        }
        add(parts, detail.substring(told));
        return List.copyOf(parts);
    }

    private static void add(List<DetailPart> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new DetailPart(text, null));
        }
    }

    private static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException noMoment) {
            return null;
        }
    }
}
