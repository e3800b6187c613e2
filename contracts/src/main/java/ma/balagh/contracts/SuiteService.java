package ma.balagh.contracts;

/** The services that own and consume events. */
public enum SuiteService {
    INTAKE,
    ANALYSIS,
    DISPATCH;

    /** The service's name in {@code ce_source}, topics, databases and consumer groups. */
    public String serviceName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
