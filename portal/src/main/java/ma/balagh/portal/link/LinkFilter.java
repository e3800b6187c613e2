package ma.balagh.portal.link;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Arrays;
import java.util.List;
import ma.balagh.portal.shell.FormInputParser;
import org.jspecify.annotations.Nullable;

/**
 * What the list of missing media is narrowed by.
 *
 * @param list which of the three lists
 * @param cursor where the page begins; nothing for the oldest
 */
@TemplateData
public record LinkFilter(Lists list, @Nullable String cursor) {

    /** Those that only a person can help with, those whose last attempts failed, and those that are being fetched. */
    public enum Lists {
        UNOBTAINABLE,
        FAILING,
        TO_OBTAIN
    }

    static LinkFilter of(@Nullable String name, @Nullable String cursor) {
        Lists list = Arrays.stream(Lists.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(Lists.UNOBTAINABLE);
        return new LinkFilter(list, FormInputParser.text(cursor));
    }

    public List<Lists> lists() {
        return List.of(Lists.values());
    }

    /** Whether they are tried by themselves. */
    public boolean isTried() {
        return list != Lists.UNOBTAINABLE;
    }

    /** For intake. */
    String state() {
        return (isTried() ? MediaLinkResponse.State.TO_OBTAIN : MediaLinkResponse.State.UNOBTAINABLE).name();
    }

    /** For intake; nothing where it makes no difference. */
    @Nullable
    Boolean failing() {
        return isTried() ? list == Lists.FAILING : null;
    }

    public String in(Lists other) {
        return address(other, null);
    }

    public String here() {
        return address(list, cursor);
    }

    public String from(@Nullable String next) {
        return address(list, next);
    }

    private static String address(Lists of, @Nullable String from) {
        UriBuilder address = UriBuilder.fromPath("/missing-media").queryParam("state", of.name());
        if (from != null) {
            address.queryParam("cursor", "{cursor}").resolveTemplate("cursor", from);
        }
        return address.build().toString();
    }
}
