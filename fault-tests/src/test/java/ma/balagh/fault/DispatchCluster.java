package ma.balagh.fault;

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
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.security.auth.x500.X500Principal;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.platform.demo.AnswerPoller;
import ma.balagh.platform.demo.SuiteClient;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Replicas of the packaged dispatch-service on a platform and with a realm of their own, any of which may be killed and
 * started anew.
 */
final class DispatchCluster implements AutoCloseable {

    private static final String PASSWORD = "of this test alone";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final TestTokens DISPATCHER = TestTokens.of("dispatcher", "dispatcher");

    private final TestPlatform platform = new TestPlatform();
    private final Map<String, String> configuration = new HashMap<>();
    private final List<DispatchReplica> replicas = new CopyOnWriteArrayList<>();
    private @Nullable LocalRealm realm;

    private DispatchCluster() {}

    /** @param settings beside those of the platform */
    static DispatchCluster start(int replicas, Map<String, String> settings) throws Exception {
        var cluster = new DispatchCluster();
        try {
            cluster.startPlatform();
            cluster.configuration.putAll(settings);
            for (var place = 0; place < replicas; place++) {
                // The first one migrates the database.
                cluster.replicas.add(DispatchReplica.start(cluster.configuration));
                cluster.replica(place).awaitReady();
            }
            return cluster;
        } catch (Exception e) {
            cluster.close();
            throw e;
        }
    }

    private void startPlatform() throws Exception {
        platform.init(Map.of("service", "dispatch"));
        configuration.putAll(platform.start());
        setOwnPassword("quarkus.datasource");
        setOwnPassword("quarkus.flyway");
        setOwnSigningKey();
        realm = LocalRealm.open(String.valueOf(configuration.remove("quarkus.oidc.public-key")));
        configuration.put("quarkus.oidc.auth-server-url", realm.url());
        configuration.put("balagh.seal.current", "own");
        configuration.put("balagh.seal.keys.own", "seals callbacks in this test, and nowhere else");
    }

    /** What is packaged refuses to start with the secrets that everybody can read. */
    private void setOwnPassword(String account) throws SQLException {
        var user = String.valueOf(configuration.get(account + ".username"));
        var published = String.valueOf(configuration.put(account + ".password", PASSWORD));
        try (var connection = DriverManager.getConnection(platform.postgres().jdbcUrl(), user, published);
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

    /** Whichever process is in that place now. */
    DispatchReplica replica(int place) {
        return replicas.get(place);
    }

    /** Kills the replica in that place, and returns once another one is ready there. */
    void replace(int place) throws IOException, InterruptedException {
        replica(place).kill();
        replicas.set(place, DispatchReplica.start(configuration));
        replica(place).awaitReady();
    }

    KafkaProbe kafka() {
        return platform.kafka();
    }

    /** A verdict of analysis, for which an incident will be opened. */
    void confirmOffence(String jurisdiction) {
        var now = Instant.now();
        kafka().publish(new VerdictReached(
                IdGenerator.next(),
                IdGenerator.next(),
                jurisdiction,
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

    /** Available ones of that territory, whose positions are not known. Returns their ids. */
    List<UUID> enlistUnits(int count, String jurisdiction) throws IOException, InterruptedException {
        var units = new ArrayList<UUID>();
        for (var i = 0; i < count; i++) {
            var answer = replica(0).post(DISPATCHER, "/api/v1/units", """
                    {"callSign": "CLUSTER-%d", "kind": "CAR", "crew": 2, "jurisdiction": "%s"}
                    """.formatted(i, jurisdiction));
            units.add(UUID.fromString(
                    SuiteClient.json().readTree(answer.body()).path("id").asText()));
        }
        return units;
    }

    /** Returns the ids of all incidents that are open, once that many are. */
    List<UUID> openIncidents(int count, String jurisdiction) {
        for (var i = 0; i < count; i++) {
            confirmOffence(jurisdiction);
        }
        return AnswerPoller.until(
                        "the incidents are open",
                        PATIENCE,
                        () -> query("select id from incident where state = 'OPEN'"),
                        ids -> ids.size() == count)
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    /** The first column of what the query finds; as the owner of the database, who sees each row that the service sees. */
    List<String> query(String query) {
        var properties = new Properties();
        properties.setProperty("user", platform.postgres().owner());
        properties.setProperty("password", PASSWORD);
        properties.setProperty("options", "-c balagh.actor=service");
        try (var connection = DriverManager.getConnection(platform.postgres().jdbcUrl(), properties);
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

    @Override
    public void close() throws InterruptedException {
        for (var replica : replicas) {
            replica.kill();
        }
        if (realm != null) {
            realm.close();
        }
        platform.stop();
    }
}
