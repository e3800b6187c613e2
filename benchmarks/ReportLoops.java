import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.platform.demo.SuiteClient;
import ma.balagh.platform.demo.SuiteClient.Target;
import ma.balagh.platform.postgres.DatabaseProvisioner;

/** Reports with their links and events: filed over REST, and inserted as bare rows into tables like theirs. */
final class ReportLoops {

    static final int AT_ONCE = 8;

    private ReportLoops() {}

    /** Something that is done again and again, on a connection of its own. */
    interface Loop extends AutoCloseable {
        void once() throws Exception;

        @Override
        default void close() throws Exception {}
    }

    /** How often it is done in a second, by so many at once. */
    static double atOnce(Duration time, Callable<Loop> loops) throws Exception {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            Instant end = Instant.now().plus(time);
            long start = System.nanoTime();
            var counts = new ArrayList<Future<Integer>>();
            for (int i = 0; i < AT_ONCE; i++) {
                counts.add(threads.submit(() -> {
                    try (Loop loop = loops.call()) {
                        int count = 0;
                        while (Instant.now().isBefore(end)) {
                            loop.once();
                            count++;
                        }
                        return count;
                    }
                }));
            }
            int all = 0;
            for (Future<Integer> count : counts) {
                all += count.get();
            }
            return all / ((System.nanoTime() - start) / 1e9);
        }
    }

    /** Over a plain socket: the service is what is measured, and a client that knows HTTP would take from its processors. */
    static Loop filing(SuiteClient client) throws IOException {
        URI uri = client.uri(Target.INTAKE, "/api/v1/reports");
        String head = """
                POST %s HTTP/1.1\r
                Host: %s\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length:\s""".formatted(uri.getPath(), uri.getAuthority(), client.token("partner-press"));
        var socket = new Socket(uri.getHost(), uri.getPort());
        socket.setTcpNoDelay(true);
        var in = new BufferedInputStream(socket.getInputStream());
        return new Loop() {
            @Override
            public void once() throws IOException {
                byte[] body = body().getBytes(StandardCharsets.UTF_8);
                var request = new ByteArrayOutputStream();
                request.writeBytes((head + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                request.writeBytes(body);
                request.writeTo(socket.getOutputStream());
                String status = line(in);
                if (!status.startsWith("HTTP/1.1 201 ")) {
                    throw new IOException("POST /reports answered " + status);
                }
                int length = 0;
                for (String line = line(in); !line.isEmpty(); line = line(in)) {
                    if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                        length = Integer.parseInt(line.substring(15).strip());
                    }
                }
                in.skipNBytes(length);
            }

            @Override
            public void close() throws IOException {
                socket.close();
            }
        };
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("intake closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    static Loop inserting(int port) throws SQLException {
        Connection connection = connect(port);
        connection.setAutoCommit(false);
        var report = connection.prepareStatement("""
                insert into bare.report (id, receipt, channel, status, jurisdiction, filed_by, url, title, text, language,
                    published_at, received_at, place, latitude, longitude, version)
                values (?, ?, 'PRESS', 'RECEIVED', 'MA-CAS', 'partner-press', ?, ?, ?, 'ar', ?, ?, ?, 33.59, -7.62, 1)
                """);
        var link = connection.prepareStatement("""
                insert into bare.media_link (id, report_id, position, kind, url, address_key, state, since, next_attempt_at)
                values (?, ?, 0, 'PAGE', ?, sha256(convert_to(?, 'UTF8')), 'TO_OBTAIN', ?, ?)
                """);
        var event = connection.prepareStatement("""
                insert into bare.outbox (id, topic, type, subject, time, payload)
                values (?, 'balagh.intake.reports.v1', 'balagh.intake.ReportReceived.v1', ?, ?, ?)
                """);
        return new Loop() {
            @Override
            public void once() throws SQLException {
                UUID id = IdGenerator.next();
                String url = url();
                Timestamp now = Timestamp.from(Instant.now());
                report.setObject(1, id);
                report.setString(2, id.toString());
                report.setString(3, url);
                report.setString(4, TITLE);
                report.setString(5, TEXT);
                report.setTimestamp(6, now);
                report.setTimestamp(7, now);
                report.setString(8, PLACE);
                report.executeUpdate();
                link.setObject(1, IdGenerator.next());
                link.setObject(2, id);
                link.setString(3, url);
                link.setString(4, url);
                link.setTimestamp(5, now);
                link.setTimestamp(6, now);
                link.executeUpdate();
                event.setObject(1, IdGenerator.next());
                event.setString(2, id.toString());
                event.setTimestamp(3, now);
                event.setBytes(4, body().getBytes(StandardCharsets.UTF_8));
                event.executeUpdate();
                connection.commit();
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    private static final String TITLE = "سرقة بالخطف في الدار البيضاء";
    private static final String TEXT =
            "شخصان على متن دراجة نارية انتزعا حقيبة سيدة تحت التهديد بالسلاح الأبيض، والفيديو منتشر على مواقع التواصل";
    private static final String PLACE = "شارع الزرقطوني";

    private static String url() {
        return "https://press.example.org/" + UUID.randomUUID();
    }

    private static String body() {
        return """
                {"channel": "PRESS", "url": "%s", "title": "%s", "text": "%s",
                 "language": "ar", "publishedAt": "2026-11-25T10:00:00Z", "jurisdiction": "MA-CAS",
                 "claim": {"place": "%s", "latitude": 33.59, "longitude": -7.62}}
                """.formatted(url(), TITLE, TEXT, PLACE);
    }

    /** As the owner of the database. */
    static Connection connect(int port) throws SQLException {
        String owner = DatabaseProvisioner.owner("intake");
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + port + "/intake?options=-c%20balagh.actor=service",
                owner,
                DatabaseProvisioner.password(owner));
    }
}
