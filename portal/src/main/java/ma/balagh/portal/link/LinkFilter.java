package ma.balagh.portal.link;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import ma.balagh.portal.shell.Input;
import org.jspecify.annotations.Nullable;

/**
 * What the list of missing media is narrowed by.
 *
 * @param state those that only a person can help with, or those that are still tried
 * @param cursor where the page begins; nothing for the oldest
 */
@TemplateData
public record LinkFilter(MediaLink.State state, @Nullable String cursor) {

    static LinkFilter of(@Nullable String name, @Nullable String cursor) {
        MediaLink.State state = MediaLink.State.TO_OBTAIN.name().equals(name)
                ? MediaLink.State.TO_OBTAIN
                : MediaLink.State.UNOBTAINABLE;
        return new LinkFilter(state, Input.text(cursor));
    }

    public List<MediaLink.State> states() {
        return List.of(MediaLink.State.UNOBTAINABLE, MediaLink.State.TO_OBTAIN);
    }

    public String in(MediaLink.State other) {
        return address(other, null);
    }

    public String here() {
        return address(state, cursor);
    }

    public String from(@Nullable String next) {
        return address(state, next);
    }

    private static String address(MediaLink.State of, @Nullable String from) {
        UriBuilder address = UriBuilder.fromPath("/missing-media").queryParam("state", of.name());
        if (from != null) {
            address.queryParam("cursor", "{cursor}").resolveTemplate("cursor", from);
        }
        return address.build().toString();
    }
}
