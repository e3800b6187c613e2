package ma.balagh.intake.report;

import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import ma.balagh.http.PageRequest;
import ma.balagh.http.TimePosition;
import ma.balagh.intake.report.ReportSearchKinds.Kind;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.postgres.DatabaseProvisioner;
import ma.balagh.platform.suite.Suite;
import org.flywaydb.core.Flyway;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.hibernate.dialect.PostgreSQLDialect;

/**
 * How long {@code GET /reports} spends in PostgreSQL for a page of a million reports, by kinds of filters, through
 * intake's own classes; beside it the last page of the primary key. The slowest kinds are shown with their plans.
 *
 * <p>{@code benchmarks/report-search [TIMES] [KIND]} starts PostgreSQL on a port of its own and keeps the reports in
 * {@code .balagh/offset-940} for the next time.
 */
final class ReportSearch {

    private static final int PORT_OFFSET = 940;
    private static final String OWNER = DatabaseProvisioner.owner("intake");
    private static final int SLOWEST = 5;
    private static final Pattern PARAMETERS = Pattern.compile("(?s)\\nQuery Text:.*?\\nQuery Parameters:[^\\n]*\\n");

    private final Random random = new Random(1);
    private final Connection connection;
    private final Session session;
    private final ReportSearchService search;
    private final List<String> plans = new ArrayList<>();

    private ReportSearch(Connection connection) {
        this.connection = connection;
        Connection observed = observed(Connection.class, connection);
        SessionFactory sessions = sessions();
        this.session = sessions.withOptions().connection(observed).openSession();
        this.search = new ReportSearchService(
                new ReportRepository(session, sessions.openStatelessSession(observed)),
                new ReportWordRepository(session),
                () -> Duration.ofSeconds(30));
    }

    /** As Quarkus configures it, as far as reading reports needs that. */
    private static SessionFactory sessions() {
        return new Configuration()
                .addAnnotatedClass(Report.class)
                .setPhysicalNamingStrategy(new PhysicalNamingStrategySnakeCaseImpl())
                .setProperty(AvailableSettings.DIALECT, PostgreSQLDialect.class.getName())
                .setProperty(AvailableSettings.ALLOW_METADATA_ON_BOOT, "false")
                .buildSessionFactory();
    }

    /** Reads the warnings of a connection's statements before they are closed. */
    private <T> T observed(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                ReportSearch.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (real instanceof PreparedStatement statement
                            && method.getName().equals("close")) {
                        collect(statement.getWarnings());
                    }
                    try {
                        Object result = method.invoke(real, arguments);
                        return result instanceof PreparedStatement statement
                                ? observed(PreparedStatement.class, statement)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    public static void main(String[] arguments) throws Exception {
        int times = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        String only = arguments.length > 1 ? arguments[1] : "";
        var suite = new Suite(SuiteDirectories.in(SuiteDirectories.repositoryAround(Path.of("")), PORT_OFFSET));
        try {
            suite.start("postgres", message -> System.out.println("  " + message));
            int port = suite.workplace().ports().postgres();
            allowPlans(port);
            boolean areThere;
            try (Connection connection = connect(port)) {
                areThere = ReportSearchRows.areThere(connection);
            }
            if (!areThere) {
                new DatabaseProvisioner(suite.workplace().ports()).recreate("intake");
                migrate(port);
                try (Connection owner =
                        DriverManager.getConnection(url(port), OWNER, DatabaseProvisioner.password(OWNER))) {
                    owner.setAutoCommit(false);
                    ReportSearchRows.make(owner);
                }
            }
            try (Connection connection = connect(port)) {
                connection.setAutoCommit(false);
                sizes(connection);
                new ReportSearch(connection).measure(times, only);
            }
        } finally {
            suite.down(message -> System.out.println("  " + message));
        }
    }

    private void measure(int times, String only) throws Exception {
        List<Kind> kinds = ReportSearchKinds.ALL_KINDS.stream()
                .filter(kind -> kind.name().contains(only))
                .toList();
        var order = new ArrayList<Kind>();
        for (Kind kind : kinds) {
            page(kind);
            page(kind);
            order.addAll(Collections.nCopies(times, kind));
        }
        Collections.shuffle(order, random);
        var took = new TreeMap<String, List<Double>>();
        var base = new ArrayList<Double>();
        for (int i = 0; i < order.size(); i++) {
            Kind kind = order.get(i);
            took.computeIfAbsent(kind.name(), name -> new ArrayList<>()).add(page(kind));
            if (i % 50 == 0) {
                base.add(lastOfPrimaryKey());
            }
        }
        var all = new ArrayList<Double>();
        took.values().forEach(all::addAll);
        System.out.printf(
                "%n%,d pages of %,d reports, ms (load of the machine: %.1f)%n",
                all.size(),
                ReportSearchRows.ROWS,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.out.printf("  %-44s %8s %8s %8s %8s%n", "", "p50", "p95", "p99", "most");
        for (Kind kind : kinds) {
            print(kind.name(), took.get(kind.name()));
        }
        print("ALL", all);
        print("baseline: order by id desc limit 51", base);
        kinds.stream()
                .sorted(Comparator.comparingDouble((Kind kind) -> quantile(took.get(kind.name()), 0.95))
                        .reversed())
                .limit(SLOWEST)
                .forEach(this::explain);
    }

    /** How long the page took, in milliseconds, from the request to the last row. */
    private double page(Kind kind) throws Exception {
        var filter = new ReportCriteria();
        for (Map.Entry<String, Object> entry : kind.filters().entrySet()) {
            set(filter, entry.getKey(), entry.getValue());
        }
        if (kind.words().length > 0) {
            String words = kind.words()[random.nextInt(kind.words().length)];
            set(filter, "q", words.length() > 200 ? words.substring(0, 200) : words);
        }
        var request = new PageRequest();
        if (kind.deep()) {
            Instant after = Instant.parse("2024-01-01T00:00:00Z").plus(Duration.ofHours(random.nextInt(24 * 900)));
            set(
                    request,
                    "cursor",
                    Base64.getUrlEncoder()
                            .encodeToString(new TimePosition(after, new UUID(-1, -1))
                                    .toString()
                                    .getBytes(StandardCharsets.UTF_8)));
        }
        act(kind.who());
        long start = System.nanoTime();
        search.page(filter, request, kind.who());
        session.clear();
        connection.commit();
        return (System.nanoTime() - start) / 1e6;
    }

    /** Tells PostgreSQL who searches, as the service does with each connection. */
    private void act(ReportAudience who) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select set_config('balagh.actor', 'caller', false), set_config('balagh.jurisdictions', ?, false),
                       set_config('balagh.filed_by', ?, false)
                """)) {
            statement.setString(1, String.join(",", who.jurisdictions()));
            statement.setString(2, who.filedBy() == null ? "" : who.filedBy());
            statement.execute();
        }
    }

    private double lastOfPrimaryKey() throws SQLException {
        long start = System.nanoTime();
        try (var statement = connection.prepareStatement("select * from report order by id desc limit 51");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                rows.getString("text");
            }
        }
        connection.commit();
        return (System.nanoTime() - start) / 1e6;
    }

    /** PostgreSQL's auto_explain tells plans as messages of the statement that they are for. */
    private void explain(Kind kind) {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "set auto_explain.log_min_duration = 0; set auto_explain.log_analyze = on; set client_min_messages = log");
            System.out.printf("%n%s %s%n", kind.name(), Arrays.toString(kind.words()));
            String slowest = "";
            double most = 0;
            for (int i = 0; i < 10; i++) {
                plans.clear();
                double took = page(kind);
                // The last statement's plan is told when the transaction ends.
                collect(connection.getWarnings());
                connection.clearWarnings();
                if (took > most) {
                    most = took;
                    slowest = String.join("\n", plans);
                }
            }
            System.out.println(slowest);
            statement.execute("reset auto_explain.log_min_duration; reset client_min_messages");
            connection.commit();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The plans that read a table; functions have some, too. */
    private void collect(SQLWarning first) {
        for (SQLWarning told = first; told != null; told = told.getNextWarning()) {
            if (told.getMessage().contains(" on report")) {
                plans.add(PARAMETERS.matcher(told.getMessage()).replaceFirst("\n"));
            }
        }
    }

    private static void sizes(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select relname, pg_size_pretty(pg_relation_size(oid)) from pg_class
                        where relname like 'report%' and relkind in ('r', 'i') and pg_relation_size(oid) > 1000000 order by 1
                        """)) {
            while (row.next()) {
                System.out.printf("  %-28s %10s%n", row.getString(1), row.getString(2));
            }
        }
        connection.commit();
    }

    private static void allowPlans(int port) throws SQLException {
        try (var superuser = DriverManager.getConnection(
                        url(port).replace("/intake", "/postgres"), "postgres", "postgres-local");
                var statement = superuser.createStatement()) {
            statement.execute("alter role intake set session_preload_libraries = 'auto_explain'");
            statement.execute("load 'auto_explain'");
            statement.execute(
                    "grant set on parameter auto_explain.log_min_duration, auto_explain.log_analyze to intake");
        }
    }

    private static void print(String name, List<Double> took) {
        System.out.printf(
                Locale.ROOT,
                "  %-44s %8.1f %8.1f %8.1f %8.1f%n",
                name,
                quantile(took, 0.50),
                quantile(took, 0.95),
                quantile(took, 0.99),
                Collections.max(took));
    }

    private static double quantile(List<Double> values, double part) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * part)));
    }

    /** Filters and requests are filled by JAX-RS, which is not here. */
    private static void set(Object target, String field, Object value) throws ReflectiveOperationException {
        var declared = target.getClass().getDeclaredField(field);
        declared.setAccessible(true);
        declared.set(target, value);
    }

    private static void migrate(int port) {
        Flyway.configure()
                .dataSource(url(port), OWNER, DatabaseProvisioner.password(OWNER))
                .locations("db/migration", "db/messaging", "db/http", "db/persistence", "db/audit")
                .load()
                .migrate();
    }

    private static Connection connect(int port) throws SQLException {
        return DriverManager.getConnection(url(port), "intake", DatabaseProvisioner.password("intake"));
    }

    private static String url(int port) {
        return "jdbc:postgresql://localhost:" + port + "/intake?options=-c%20balagh.actor=service";
    }
}
