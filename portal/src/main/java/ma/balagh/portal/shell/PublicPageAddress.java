package ma.balagh.portal.shell;

/** Where the pages for the public are; whatever lies elsewhere needs a login. */
public final class PublicPageAddress {

    /** Published communiqués. */
    public static final String COMMUNIQUES = "/public/communiques";

    /** The form that reads a receipt. */
    public static final String RECEIPTS = "/public/receipts";

    /** What is done with data. */
    public static final String DATA = "/public/data";

    /** The answer to the campaign, with which the pages begin. */
    public static final String STATISTICS = "/public/statistics";

    /** Where they are looked for by whoever knows no address of one. */
    private static final String START = "/public";

    private static final String PUBLIC = START + "/";

    /** What pages are made of: style sheets, pictures, fonts. */
    private static final String PARTS = "/static/";

    private PublicPageAddress() {}

    static boolean isPublic(String path) {
        return path.equals(START) || path.startsWith(PUBLIC);
    }

    static boolean isPublicOrPartOfIt(String path) {
        return isPublic(path) || path.startsWith(PARTS);
    }
}
