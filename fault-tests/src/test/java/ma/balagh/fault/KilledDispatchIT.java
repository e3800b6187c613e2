package ma.balagh.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.dispatch.EscalationStep;
import ma.balagh.contracts.dispatch.IncidentEscalated;
import ma.balagh.contracts.dispatch.IncidentStage;
import ma.balagh.platform.demo.AnswerPoller;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.PauseProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two replicas of dispatch, of which one after the other is killed at moments that nobody chose while steps of escalation are
 * due every moment: each step is done once, and within a second of its time. {@code -Dbalagh.kills=20} kills more often.
 */
final class KilledDispatchIT {

    private static final int KILLS = Integer.getInteger("balagh.kills", 4);
    /** Between two kills. */
    private static final int INCIDENTS = 10;

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LONGEST_LIFE_MILLIS = 2_000;
    private static final Duration LATEST = Duration.ofSeconds(1);
    private static final String PASSWORD = "of this test alone";
    private static final String TERRITORY = "MA-CAS-FAULT";
    private static final TestTokens COMMANDER = TestTokens.of("commander", "commander");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final TestPlatform platform = new TestPlatform();
    private final List<DispatchReplica> replicas = new ArrayList<>();
    private Map<String, String> configuration = Map.of();

    @BeforeEach
    void startPlatform() throws Exception {
        platform.init(Map.of("service", "dispatch"));
        configuration = new HashMap<>(platform.start());
        setOwnPassword("quarkus.datasource");
        setOwnPassword("quarkus.flyway");
        setOwnSigningKey();
    }

    /** What is packaged refuses to start with the secrets that everybody can read. */
    private void setOwnPassword(String account) throws SQLException {
        var user = String.valueOf(configuration.get(account + ".username"));
        var published = String.valueOf(configuration.put(account + ".password", PASSWORD));
        try (var connection = DriverManager.getConnection(platform.jdbcUrl(), user, published);
                var statement = connection.createStatement()) {
            statement.execute("alter role current_user password '%s'".formatted(PASSWORD));
        }
    }

    private void setOwnSigningKey() throws Exception {
        var keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = keys.generateKeyPair();
        var name = new X500Principal("CN=A test");
        var certificate = new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(Instant.now().minus(Duration.ofDays(1))),
                        Date.from(Instant.now().plus(Duration.ofDays(1))),
                        name,
                        pair.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
        configuration.put(
                "balagh.referral.signing-key", base64(pair.getPrivate().getEncoded()));
        configuration.put("balagh.referral.certificate", base64(certificate.getEncoded()));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @AfterEach
    void stopPlatform() throws InterruptedException {
        for (var replica : replicas) {
            replica.kill();
        }
        platform.stop();
    }

    @Test
    void doesEachStepOnceAndOnTime() throws Exception {
        // Given
        var kafka = new KafkaProbe(platform.bootstrapServers());
        startReplica(0);
        startReplica(1);
        setTargets(replicas.getFirst());

        try (var machine = PauseProbe.start(() -> ask("select 1"))) {
            // When
            for (var kill = 0; kill < KILLS; kill++) {
                open(kafka);
                Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
                replicas.get(kill % 2).kill();
                startReplica(kill % 2);
            }
            var steps = KILLS * INCIDENTS * EscalationStep.values().length;
            AnswerPoller.until("every step is done", PATIENCE, this::done, done -> done == steps);

            // Then
            var latest = latest();
            System.out.printf(
                    "%d kills by seed %d, %d steps, the latest %d ms late; the machine paused for %d ms%n",
                    KILLS, seed, steps, latest, machine.longest().toMillis());
            // While the machine itself stands still, nothing can be on time.
            assertThat(latest).isBetween(0L, LATEST.plus(machine.longest()).toMillis());
            assertThat(told()).hasSize(steps).doesNotHaveDuplicates();
            assertThat(published(kafka, steps)).hasSize(steps).doesNotHaveDuplicates();
        }
    }

    private void startReplica(int place) throws IOException {
        var replica = DispatchReplica.start(configuration);
        if (place < replicas.size()) {
            replicas.set(place, replica);
        } else {
            replicas.add(replica);
        }
        replica.awaitReady();
    }

    /** Stages last some seconds, and each further step follows a little later. */
    private static void setTargets(DispatchReplica replica) throws Exception {
        var path = "/api/v1/escalation-policies/" + TERRITORY;
        var stages = Stream.of(IncidentStage.values())
                .map(stage -> """
                        {"stage": "%s", "targetSeconds": 3, "steps": [%s{"step": "SUPERVISOR", "afterSeconds": 6},
                         {"step": "COMMANDER", "afterSeconds": 9}]}""".formatted(
                                stage,
                                stage.compareTo(IncidentStage.ON_SCENE_TO_OUTCOME) < 0
                                        ? "{\"step\": \"NEXT_UNIT_PROPOSED\", \"afterSeconds\": 3}, "
                                        : ""))
                .collect(Collectors.joining(",", "{\"stages\": [", "]}"));
        var tag = replica.get(COMMANDER, path).headers().firstValue("ETag").orElseThrow();
        assertThat(replica.put(COMMANDER, path, tag, stages).statusCode()).isEqualTo(200);
    }

    private static void open(KafkaProbe kafka) {
        for (var i = 0; i < INCIDENTS; i++) {
            var now = Instant.now();
            kafka.publish(new VerdictReached(
                    IdGenerator.next(),
                    IdGenerator.next(),
                    TERRITORY,
                    Verdict.PRESUMED_OFFENCE,
                    3,
                    "Casablanca",
                    33.5951,
                    -7.6187,
                    now.minusSeconds(3600),
                    null,
                    now.minusSeconds(120),
                    now.minusSeconds(60)));
        }
    }

    private int done() {
        return ask("select id from escalation where state = 'FIRED'").size();
    }

    /** By how many milliseconds the latest step came after its time. */
    private long latest() {
        return ask(
                        "select (max(extract(epoch from fired_at - due_at)) * 1000)::bigint from escalation where state = 'FIRED'")
                .stream()
                .mapToLong(Long::parseLong)
                .sum();
    }

    /** The steps in the timelines of incidents. */
    private List<String> told() {
        return ask("select incident_id || ' ' || step from incident_entry where kind = 'ESCALATED'");
    }

    /** As the owner of the database, who sees each row that the service sees. */
    private List<String> ask(String query) {
        var properties = new Properties();
        properties.setProperty("user", platform.databaseOwner());
        properties.setProperty("password", PASSWORD);
        properties.setProperty("options", "-c balagh.actor=service");
        try (var connection = DriverManager.getConnection(platform.jdbcUrl(), properties);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var answers = new ArrayList<String>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The steps told to other services. Who is killed between sending and noting it sends the same event again. */
    private static List<String> published(KafkaProbe kafka, int steps) {
        return AnswerPoller.until(
                        "every step is told",
                        PATIENCE,
                        () -> Set.copyOf(kafka.events(IncidentEscalated.class)),
                        events -> events.size() >= steps)
                .stream()
                .map(event -> event.incidentId() + " " + event.step())
                .toList();
    }
}
