package ma.balagh.portal.shell;

/** Where the pages for the public are; whatever lies elsewhere needs a login. */
public final class PublicPageAddress {

    /** Published communiqués. */
    public static final String COMMUNIQUES = "/public/communiques";

    /** The form that reads a receipt. */
    public static final String RECEIPTS = "/public/receipts";

    /** What is done with data. */
    public static final String DATA = "/public/data";

    private static final String PUBLIC = "/public/";

    /** What pages are made of: style sheets, pictures, fonts. */
    private static final String PARTS = "/static/";

    private PublicPageAddress() {}

    static boolean isPublic(String path) {
        return path.startsWith(PUBLIC);
    }

    static boolean isPublicOrPartOfIt(String path) {
        return isPublic(path) || path.startsWith(PARTS);
    }
}
