package ma.balagh.portal.obstacle;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Why something could not be fetched or read, by intake's code. */
@TemplateData
public enum FetchObstacle {
    MALFORMED,
    TOO_LONG,
    OTHER_SCHEME,
    USERINFO,
    AMBIGUOUS_HOST,
    LOCAL_NAME,
    NOT_PUBLIC,
    OTHER_PORT,
    NOT_FOUND,
    GONE,
    LOGIN_NEEDED,
    FORBIDDEN,
    LEGAL_REASONS,
    UNEXPECTED_STATUS,
    PAGE_INSTEAD_OF_MEDIUM,
    EMPTY,
    TOO_LARGE,
    ENCODED,
    UNTRUSTED_CERTIFICATE,
    TOO_MANY_REDIRECTS,
    REDIRECT_LOOP,
    NAME_NOT_RESOLVED,
    NOT_REACHED,
    TLS_FAILED,
    NO_ANSWER,
    BROKEN_ANSWER,
    CUT,
    TOO_SLOW,
    OUT_OF_TIME,
    NOT_READY,
    TOO_MANY_REQUESTS,
    SERVER_FAILED,
    NOT_STORED,
    FETCHER_FAILED,
    STILL_WRITTEN,
    NOT_A_MEDIUM,
    PLATFORM_PLAYER,
    PLAYLIST,
    NO_MEDIUM_ON_PAGE,
    MORE_ON_PAGE,
    UNREADABLE_TOO_LARGE,
    UNREADABLE_EMPTY,
    UNREADABLE_WEB_PAGE,
    UNREADABLE_NO_FEED,
    UNREADABLE_CUT,
    UNREADABLE_MALFORMED,
    UNFORESEEN;

    /** Nothing for a word that the portal does not know yet. */
    public static @Nullable FetchObstacle of(@Nullable String reason) {
        return Arrays.stream(values())
                .filter(obstacle -> obstacle.name().equals(reason))
                .findFirst()
                .orElse(null);
    }
}
