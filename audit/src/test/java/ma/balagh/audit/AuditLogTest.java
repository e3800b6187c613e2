package ma.balagh.audit;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.TestPostgres;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class AuditLogTest {

    private static final TestTokens WITNESS =
            TestTokens.of("witness", Roles.WITNESS).withJurisdictions();
    private static final TestTokens AUDITOR = TestTokens.of("auditor", Roles.AUDITOR);

    @Inject
    AuditLogService log;

    @Inject
    CheckpointSigner signer;

    @Inject
    DataSource pool;

    @Inject
    ObjectMapper json;

    private LogReader reader = new LogReader(WITNESS, "");

    @BeforeEach
    void knowTheKey() {
        reader = new LogReader(WITNESS, signer.verifierKey());
    }

    @Test
    void isReadByWhoeverKnowsTilesAndTrustsNothing() throws Exception {
        // Given
        act(600, "'comparing'", "now()");

        // When
        log.append();

        // Then
        var head = reader.head();
        assertThat(head.origin()).isEqualTo("balagh/audit-test");
        assertThat(head.size()).isGreaterThan(600);
        var hashes = reader.hashes(0, head.size());
        assertThat(LogReader.root(hashes)).isEqualTo(head.root());
        var above = reader.hashes(1, head.size());
        for (int tile = 0; tile < above.size(); tile++) {
            assertThat(above.get(tile)).isEqualTo(LogReader.root(hashes.subList(tile * 256, (tile + 1) * 256)));
        }
        var entries = reader.entries(head.size());
        for (int leaf = 0; leaf < hashes.size(); leaf++) {
            assertThat(LogReader.sha256(new byte[] {0}, entries.get(leaf))).isEqualTo(hashes.get(leaf));
        }
    }

    @Test
    void hasEachEntryAsItIsTold() throws Exception {
        // Given
        UUID subject = act(3, "'vérification \" de la scène'", "now()");
        act(1, "null", "now()");
        given().auth()
                .oauth2(AUDITOR.sign())
                .get("/api/v1/audit?record={id}", subject)
                .then()
                .body("items.leaf", everyItem(nullValue()));

        // When
        log.append();

        // Then
        var entries = reader.entries(reader.head().size());
        JsonNode told = json.readTree(given().auth()
                .oauth2(AUDITOR.sign())
                .get("/api/v1/audit?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        int found = 0;
        for (JsonNode item : told.path("items")) {
            if (item.path("kind").asText().equals("DOSSIER_CONSULTED")) {
                assertThat(entries.get(item.at("/leaf/position").asInt())).isEqualTo(commitment(item));
                found++;
            }
        }
        assertThat(found).isGreaterThanOrEqualTo(4);
    }

    /** As the README tells it. */
    private static byte[] commitment(JsonNode item) throws Exception {
        var content = new TreeMap<String, Object>();
        item.properties().stream()
                .filter(field -> field.getValue().isTextual())
                .forEach(field -> content.put(field.getKey(), field.getValue().asText()));
        content.put("at", Instant.parse(item.path("at").asText()).toEpochMilli());
        content.put("format", "balagh-audit/1");
        content.put("salt", item.at("/leaf/salt").asText());
        return LogReader.sha256(new ObjectMapper()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .writeValueAsString(content)
                .getBytes(UTF_8));
    }

    @Test
    void growsAndNeverChangesWhatWasThere() throws Exception {
        // Given
        act(10, "null", "now()");
        log.append();
        var before = reader.head();
        var hashes = reader.hashes(0, before.size());

        // When
        act(300, "null", "now()");
        log.append();
        log.append();

        // Then
        var after = reader.head();
        assertThat(after.size()).isGreaterThan(before.size() + 300);
        assertThat(reader.hashes(0, after.size()).subList(0, hashes.size()))
                .usingElementComparator(java.util.Arrays::compare)
                .isEqualTo(hashes);
        assertThat(LogReader.root(reader.hashes(0, after.size()))).isEqualTo(after.root());
        for (var table : new String[] {"audit_leaf", "audit_node", "audit_checkpoint"}) {
            assertThatThrownBy(() -> execute("delete from " + table)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void takesEachEntryOnceAlsoFromReplicasThatComeAtOnce() throws Exception {
        // Given
        act(50, "null", "now()");
        var barrier = new CyclicBarrier(4);
        Callable<Boolean> replica = () -> {
            barrier.await();
            return log.append();
        };

        // When
        try (var replicas = Executors.newFixedThreadPool(4)) {
            for (var done : replicas.invokeAll(
                    IntStream.range(0, 4).mapToObj(i -> replica).toList())) {
                assertThat(done.get()).isFalse();
            }
        }

        // Then
        assertThat(
                        count(
                                "select count(*) from act where id not in (select entry_id from audit_leaf where entry_id is not null)"))
                .isZero();
        var head = reader.head();
        assertThat(LogReader.root(reader.hashes(0, head.size()))).isEqualTo(head.root());
    }

    @Test
    void takesWhatWasCommittedLate() throws Exception {
        // Given
        act(1, "null", "now()");
        log.append();

        // When
        act(1, "null", "now() - interval '50 minutes'");
        log.append();

        // Then
        assertThat(
                        count(
                                "select count(*) from act where id not in (select entry_id from audit_leaf where entry_id is not null)"))
                .isZero();
    }

    @Test
    void isHiddenInBlankLeavesHowMuchWasDone() throws Exception {
        // When
        log.append();
        long before = reader.head().size();
        for (int i = 0; i < 20; i++) {
            log.append();
        }

        // Then
        assertThat(reader.head().size()).isGreaterThanOrEqualTo(before + 20);
        assertThat(count("select count(*) from audit_leaf where entry_id is null"))
                .isGreaterThanOrEqualTo(21);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/999", "1/x001/000", "entries/x001/000.p/3", "0/000.p/256", "9/000", "nothing"})
    void knowsNoTileBeyondItsHead(String tile) {
        log.append();
        given().auth()
                .oauth2(WITNESS.sign())
                .get("/api/v1/audit/tile/" + tile)
                .then()
                .statusCode(404);
    }

    /** Several acts with one record, whose id this returns. */
    private UUID act(int count, String purpose, String at) throws SQLException {
        UUID subject = IdGenerator.next();
        execute("""
                insert into act (id, at, person, name, subject, purpose)
                select uuidv7(), %s, 'p-1', 'analyst', '%s', %s from generate_series(1, %d)
                """.formatted(at, subject, purpose, count));
        return subject;
    }

    private void execute(String sql) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String sql) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
