package ma.balagh.platform.part;

/**
 * The ports of one suite; a second suite beside it has another offset.
 *
 * @param offset added to every port, 0 for the suite that the documents speak of
 */
public record SuitePorts(int offset) {

    private static final int HIGHEST = 15432;

    public SuitePorts {
        if (offset < 0 || offset > 65535 - HIGHEST) {
            throw new SuiteException("The port offset must lie between 0 and " + (65535 - HIGHEST) + ".");
        }
    }

    /** What a command needs so that it means this suite. */
    public String option() {
        return offset == 0 ? "" : " --port-offset " + offset;
    }

    public int portal() {
        return 8080 + offset;
    }

    public int intake() {
        return 8081 + offset;
    }

    public int analysis() {
        return 8082 + offset;
    }

    public int dispatch() {
        return 8083 + offset;
    }

    public int keycloak() {
        return 8180 + offset;
    }

    public int objectStore() {
        return 9000 + offset;
    }

    /** Not Prometheus' own 9090: where Debian's package is installed, its service has that one. */
    public int prometheus() {
        return 9190 + offset;
    }

    public int kafka() {
        return 9092 + offset;
    }

    public int kafkaController() {
        return 9093 + offset;
    }

    public int postgres() {
        return 15432 + offset;
    }

    /** The issuer of tokens: the same for browsers and services, because it is part of every token. */
    public String issuer() {
        return "http://localhost:" + keycloak() + "/realms/balagh";
    }

    public String bootstrapServers() {
        return "localhost:" + kafka();
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + postgres() + "/" + database;
    }
}
