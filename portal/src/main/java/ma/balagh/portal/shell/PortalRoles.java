package ma.balagh.portal.shell;

/** The realm's roles that can use the portal. */
public final class PortalRoles {

    public static final String INTAKE_OFFICER = "intake-officer";
    public static final String ANALYST = "analyst";
    public static final String JUDICIAL_OFFICER = "judicial-officer";
    public static final String DISPATCHER = "dispatcher";
    public static final String FIELD_UNIT = "field-unit";
    public static final String INTERNAL_AFFAIRS = "internal-affairs";
    public static final String COMMANDER = "commander";
    public static final String AUDITOR = "auditor";
    public static final String DATA_PROTECTION_OFFICER = "data-protection-officer";

    private PortalRoles() {}
}
