package ma.balagh.portal.item;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.shell.FormInputParser;
import org.jspecify.annotations.Nullable;

/**
 * What the list of items is narrowed by.
 *
 * @param view what it shows; what was set aside unless somebody asks for something else
 * @param cursor where the page begins; nothing for the newest
 */
@TemplateData
public record ItemFilter(
        View view, @Nullable UUID sourceId, @Nullable String cursor) {

    /** A list of its own. */
    public enum View {
        SET_ASIDE,
        REVIEW,
        REPORTED,
        SIGHTING,
        ALL
    }

    static ItemFilter of(@Nullable String name, @Nullable UUID sourceId, @Nullable String cursor) {
        View view = Arrays.stream(View.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(View.SET_ASIDE);
        return new ItemFilter(view, sourceId, FormInputParser.text(cursor));
    }

    public List<View> views() {
        return List.of(View.values());
    }

    /** Those that were drawn by lot, for a look at what the score misses. */
    public boolean isReview() {
        return view == View.REVIEW;
    }

    /** The standing that intake knows; none where the list has several. */
    @Nullable
    String standing() {
        return view == View.ALL || isReview() ? null : view.name();
    }

    public String in(View other) {
        return address(other, null);
    }

    public String here() {
        return address(view, cursor);
    }

    public String from(@Nullable String next) {
        return address(view, next);
    }

    private String address(View of, @Nullable String from) {
        UriBuilder address = UriBuilder.fromPath("/items").queryParam("standing", of.name());
        if (sourceId != null) {
            address.queryParam("sourceId", sourceId.toString());
        }
        if (from != null) {
            address.queryParam("cursor", "{cursor}").resolveTemplate("cursor", from);
        }
        return address.build().toString();
    }
}
