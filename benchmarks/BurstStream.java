import java.io.IOException;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Reports of another partner, one a second. */
final class BurstStream {

    private final String name;
    private final List<String> ids = new ArrayList<>();
    private final List<Instant> begun = new ArrayList<>();
    private final List<Double> secured = new ArrayList<>();
    private final List<Double> joined = new ArrayList<>();

    BurstStream(String name) {
        this.name = name;
    }

    Void run(int most, AtomicBoolean going) throws Exception {
        for (int number = 0; number < most && going.get(); number++) {
            Instant at = Instant.now();
            String id;
            if (number % 2 == 0) {
                id = BurstPartner.post("partner-city", name + number, null);
                BurstPartner.upload("partner-city", id, BurstPartner.other(name + number));
            } else {
                String address = "http://127.0.0.2:" + Burst.FILM_PORT + "/other/" + name + number;
                id = BurstPartner.post("partner-city", name + number, address);
            }
            ids.add(id);
            begun.add(at);
            Thread.sleep(Math.max(0, Duration.between(Instant.now(), at.plusSeconds(1)).toMillis()));
        }
        return null;
    }

    /** As intake and analysis have written it down. */
    void await(Connection intake, Connection analysis) throws Exception {
        for (int i = 0; i < ids.size(); i++) {
            secured.add(after(begun.get(i), intake, "select min(added_at) from report_evidence where report_id = ", ids.get(i)));
            joined.add(after(begun.get(i), analysis, "select min(joined_at) from dossier_report where report_id = ", ids.get(i)));
        }
    }

    private static double after(Instant begun, Connection connection, String query, String id) throws Exception {
        Instant deadline = Instant.now().plus(Burst.PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(query + "'" + id + "'")) {
                row.next();
                if (row.getTimestamp(1) != null) {
                    return Duration.between(begun, row.getTimestamp(1).toInstant()).toMillis() / 1e3;
                }
            }
            Thread.sleep(200);
        }
        throw new IOException("report " + id + " did not get there");
    }

    int size() {
        return ids.size();
    }

    double secured(double share) {
        return quantile(secured, share);
    }

    double joined(double share) {
        return quantile(joined, share);
    }

    private static double quantile(List<Double> values, double share) {
        double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }
}
