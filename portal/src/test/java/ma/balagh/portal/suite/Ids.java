package ma.balagh.portal.suite;

/** The ids of the canned answers. */
public final class Ids {

    public static final String DOSSIER = "01985a00-0000-7000-8000-00000000d051";
    public static final String EVIDENCE = "01985a00-0000-7000-8000-00000000e001";
    public static final String OTHER_EVIDENCE = "01985a00-0000-7000-8000-00000000e002";
    public static final String EXAMINATION = "01985a00-0000-7000-8000-00000000a001";
    public static final String OTHER_EXAMINATION = "01985a00-0000-7000-8000-00000000a002";
    public static final String KNOWN = "01985a00-0000-7000-8000-00000000f00a";
    public static final String RENDITION = "01985a00-0000-7000-8000-00000000cc01";
    public static final String REPORT = "01985a00-0000-7000-8000-00000000b001";
    public static final String PROPOSAL = "01985a00-0000-7000-8000-00000000c001";
    public static final String INCIDENT = "01985a00-0000-7000-8000-00000000f001";
    public static final String ASSIGNMENT = "01985a00-0000-7000-8000-00000000f002";
    public static final String UNIT = "01985a00-0000-7000-8000-00000000f003";
    public static final String HELP = "01985a00-0000-7000-8000-0000000041e1";

    public static final String SOURCE = "01985a00-0000-7000-8000-0000000050a1";
    public static final String WEBHOOK = "01985a00-0000-7000-8000-0000000050a2";
    public static final String ITEM = "01985a00-0000-7000-8000-0000000017e1";
    public static final String LINK = "01985a00-0000-7000-8000-0000000011a1";

    public static final String COMMUNIQUE = "01985a00-0000-7000-8000-0000000c0301";

    public static final String PATROL_PLAN = "01985a00-0000-7000-8000-0000000d0101";

    private Ids() {}
}
