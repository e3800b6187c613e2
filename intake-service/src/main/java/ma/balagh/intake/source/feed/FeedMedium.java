package ma.balagh.intake.source.feed;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A medium that an item links to.
 *
 * @param address absolute, http or https
 * @param type the media type that the feed tells, without parameters; absent where it tells none
 */
public record FeedMedium(URI address, @Nullable String type, MediumKind kind) {

    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,120}");

    /**
     * @param medium the feed's own word for what it is, if it has one
     * @param type as told, with whatever parameters
     * @return empty where the address leads nowhere
     */
    static Optional<FeedMedium> of(@Nullable String address, URI base, @Nullable String medium, @Nullable String type) {
        String mediaType = mediaType(type);
        return WebAddressParser.of(address, base)
                .map(web -> new FeedMedium(web, mediaType, MediumKind.of(medium, mediaType, web.getPath())));
    }

    private static @Nullable String mediaType(@Nullable String told) {
        if (told == null) {
            return null;
        }
        int parameters = told.indexOf(';');
        String bare =
                (parameters < 0 ? told : told.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
        return bare.length() <= 200 && MEDIA_TYPE.matcher(bare).matches() ? bare : null;
    }
}
