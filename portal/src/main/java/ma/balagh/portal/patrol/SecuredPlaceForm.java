package ma.balagh.portal.patrol;

import io.quarkus.qute.TemplateData;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place in the form of a plan, as it was filled in.
 *
 * @param number in the form
 * @param path what the service calls it; nothing of one that is not filled in
 * @param from the time of the day; nothing for the whole plan, as of the end
 * @param reason why it is secured
 */
@TemplateData
public record SecuredPlaceForm(
        int number,
        String path,
        @Nullable String name,
        @Nullable String latitude,
        @Nullable String longitude,
        @Nullable String visits,
        @Nullable String from,
        @Nullable String to,
        @Nullable String reason) {

    boolean isFilled() {
        return Stream.of(name, latitude, longitude, visits, from, to, reason)
                .anyMatch(value -> value != null && !value.isBlank());
    }

    /** What the service calls a field of it. */
    public String at(String field) {
        return path + "." + field;
    }
}
