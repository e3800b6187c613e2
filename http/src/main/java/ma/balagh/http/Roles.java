package ma.balagh.http;

/** The realm's roles, as constants so that {@code @RolesAllowed} can name them. */
public final class Roles {

    public static final String INTAKE_OFFICER = "intake-officer";
    public static final String PARTNER = "partner";
    public static final String ANALYST = "analyst";
    public static final String JUDICIAL_OFFICER = "judicial-officer";
    public static final String DISPATCHER = "dispatcher";
    public static final String FIELD_UNIT = "field-unit";
    public static final String INTERNAL_AFFAIRS = "internal-affairs";
    public static final String COMMANDER = "commander";
    public static final String AUDITOR = "auditor";

    /** Reads the audit trail, and nothing else. */
    public static final String DATA_PROTECTION_OFFICER = "data-protection-officer";

    /** Another system, which keeps the heads of the audit logs. */
    public static final String WITNESS = "witness";

    /** The analysis service itself, when it fetches evidence from intake. */
    public static final String LABORATORY = "laboratory";

    private Roles() {}
}
