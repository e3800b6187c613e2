package ma.balagh.portal.shell;

/** Where the pages for the public are; whatever lies elsewhere needs a login. */
public final class PublicPageAddress {

    /** Published communiqués. */
    public static final String COMMUNIQUES = "/public/communiques";

    private static final String PUBLIC = "/public/";

    private PublicPageAddress() {}

    static boolean isPublic(String path) {
        return path.startsWith(PUBLIC);
    }
}
