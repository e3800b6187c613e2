package ma.balagh.portal.shell;

/** What an error page is about. */
public enum ErrorKind {
    UNAUTHORIZED,
    FORBIDDEN,
    NOT_FOUND,
    REFUSED,
    AWAY,
    FAILED;

    static ErrorKind of(int status) {
        return switch (status) {
            case 401 -> UNAUTHORIZED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 502, 503, 504 -> AWAY;
            default -> status < 500 ? REFUSED : FAILED;
        };
    }
}
