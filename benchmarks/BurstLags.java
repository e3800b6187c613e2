import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;

/** What waits, at its most. */
final class BurstLags {

    private static final String OUTBOX =
            "select count(*), coalesce(extract(epoch from now() - min(time)), 0) from outbox";
    private static final String LINKS = """
            select count(*), count(*) filter (where follows is null) from media_link where state = 'TO_OBTAIN'
            """;

    private final Connection intake;
    private final Connection analysis;
    private final double[] most = new double[7];

    BurstLags(Connection intake, Connection analysis) throws SQLException {
        this.intake = Burst.connect(intake);
        this.analysis = Burst.connect(analysis);
    }

    Void sample(AtomicBoolean going) throws Exception {
        while (going.get()) {
            read(intake, OUTBOX, 0);
            read(analysis, OUTBOX, 2);
            read(intake, LINKS, 4);
            double told = Burst.number(intake, "select count(*) from report_evidence");
            most[6] = Math.max(most[6], told - Burst.number(analysis, "select count(*) from sighting"));
            Thread.sleep(500);
        }
        return null;
    }

    private void read(Connection connection, String query, int at) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            most[at] = Math.max(most[at], row.getDouble(1));
            most[at + 1] = Math.max(most[at + 1], row.getDouble(2));
        }
    }

    void print() {
        Burst.print("outbox of intake, at most", most[0], "events");
        Burst.print("  the oldest of them", most[1], "s");
        Burst.print("outbox of analysis, at most", most[2], "events");
        Burst.print("  the oldest of them", most[3], "s");
        Burst.print("links to obtain, at most", most[4], "");
        Burst.print("  of them in the queue", most[5], "");
        Burst.print("sightings not yet in analysis", most[6], "");
    }
}
