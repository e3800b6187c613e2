package ma.balagh.intake.upload;

import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.balagh.http.ProblemException;
import ma.balagh.http.Roles;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Database;
import ma.balagh.intake.Filed;
import ma.balagh.intake.IntakeProblem;
import ma.balagh.intake.quota.QuotaAccount;
import ma.balagh.intake.quota.QuotaService;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

/** Accounts have limits of their own in the test's configuration. */
@QuarkusTest
final class QuotaTest {

    private static final long MEDIUM = 4_000_000;
    private static final TestTokens ANNOUNCER = TestTokens.of("quota-announcer", Roles.PARTNER);
    private static final TestTokens SENDER = TestTokens.of("quota-sender", Roles.PARTNER);

    private static final String SENDER_ID = TestTokens.subjectOf("quota-sender").toString();

    private final QuotaService quota;
    private final Database database;

    QuotaTest(QuotaService quota, Database database) {
        this.quota = quota;
        this.database = database;
    }

    @Test
    void admitsNoMoreThanAnAccountMayAnnounceHoweverManyAskAtOnce() throws Exception {
        // Given: an account that may announce 20,000,000 bytes
        String metadata = Tus.metadata(Filed.by(ANNOUNCER));

        // When
        List<Integer> statuses =
                atOnce(40, () -> create(MEDIUM, metadata).extract().statusCode());

        // Then
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(5);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(35);
        create(MEDIUM, metadata)
                .statusCode(429)
                .header("Retry-After", Integer::parseInt, greaterThan(0))
                .body("type", equalTo("/problems/quota-exceeded"));
        direct(ANNOUNCER, Filed.by(ANNOUNCER), new byte[(int) MEDIUM])
                .statusCode(429)
                .body("type", equalTo("/problems/quota-exceeded"));

        // When
        end("TERMINATED", 1);
        end("EXPIRED", 1);
        // Then: what has ended was given back
        create(MEDIUM, metadata).statusCode(201);
        create(MEDIUM, metadata).statusCode(201);
        create(MEDIUM, metadata).statusCode(429);
        end("TERMINATED", 5);
    }

    @Test
    void countsWhatAnAccountBroughtWithinADayHoweverItCame() {
        // Given: an account that may bring 150,000 bytes a day
        Filed filed = Filed.by(SENDER);
        byte[] clip = Clips.mp4();

        // When: a second one comes by tus
        direct(SENDER, filed, clip).statusCode(201);
        Tus.of(SENDER, filed, clip.length).patch(clip, 0, clip.length).statusCode(204);
        long stored = database.one(
                Long.class, "select cast(sum(bytes) as bigint) from stored_bytes where account = ?", SENDER_ID);

        // Then
        assertThat(stored).isEqualTo(2L * clip.length);
        Tus.creation(SENDER, Long.toString(150_000 - stored + 1), Tus.metadata(filed))
                .post(Tus.PATH)
                .then()
                .statusCode(429)
                .body("type", equalTo("/problems/quota-exceeded"));
        Tus.creation(SENDER, "150001", Tus.metadata(filed))
                .post(Tus.PATH)
                .then()
                .statusCode(413);
    }

    @Test
    void admitsNoMoreThanTheDiskCanHoldWithAllThatIsAnnounced() throws Exception {
        // Given: room for ten more
        var account = new QuotaAccount("disk", "disk");
        long before = outstanding();
        long room = before + 10 * MEDIUM;

        // When
        List<Boolean> admitted = atOnce(40, () -> {
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    quota.admit(account, MEDIUM, bytes -> {
                        if (bytes > room) {
                            throw IntakeProblem.STORE_FULL.because("full");
                        }
                    });
                    announce(account);
                });
                return true;
            } catch (ProblemException full) {
                return false;
            }
        });

        // Then
        assertThat(admitted).filteredOn(each -> each).hasSize(10);
        assertThat(outstanding()).isEqualTo(room);
        database.execute("delete from announced_medium where account = 'disk'");
    }

    @Test
    void announcesWhatComesWithoutALengthPieceByPieceAndGivesItBack() throws Exception {
        // Given
        var account = new QuotaAccount("stream", "stream");
        long before = outstanding();

        // When
        try (var announcement = quota.announce(account, -1, _ -> {});
                var body = announcement.counting(new ByteArrayInputStream(new byte[10]))) {
            body.readAllBytes();
            // Then
            assertThat(outstanding()).isGreaterThan(before);
        }
        assertThat(outstanding()).isEqualTo(before);
    }

    private void announce(QuotaAccount account) {
        database.execute(
                "insert into announced_medium values (gen_random_uuid(), ?, ?, now() + interval '1 hour')",
                account.id(),
                MEDIUM);
    }

    private long outstanding() {
        long[] seen = new long[1];
        QuarkusTransaction.requiringNew()
                .run(() -> quota.admit(new QuotaAccount("probe", "probe"), 0, bytes -> seen[0] = bytes));
        return seen[0];
    }

    private void end(String status, int uploads) {
        database.execute("""
            update upload set status = ?, ended_at = now() where id in
                (select id from upload where created_by = ? and status = 'OPEN' limit ?)
            """, status, TestTokens.subjectOf("quota-announcer").toString(), uploads);
    }

    private static ValidatableResponse create(long length, String metadata) {
        return Tus.creation(ANNOUNCER, Long.toString(length), metadata)
                .post(Tus.PATH)
                .then();
    }

    private static ValidatableResponse direct(TestTokens person, Filed filed, byte[] bytes) {
        return as(person)
                .contentType("video/mp4")
                .body(bytes)
                .post("/api/v1/reports/" + filed.id() + "/media")
                .then();
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(Collections.nCopies(times, work))) {
                results.add(result.get());
            }
            return results;
        }
    }
}
