package ma.balagh.analysis.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.contracts.Ids;
import ma.balagh.messaging.Notifications;
import ma.balagh.platform.test.TestPlatform;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one worker does with a table of its own, which nobody notifies of and nobody polls. */
@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class WorkersTest {

    private static final Duration LEASE = Duration.ofMillis(600);

    @Inject
    Jdbi jdbi;

    @Inject
    Notifications notifications;

    @SuppressWarnings("NullAway.Init") // set before each test
    private LeaseTable table;

    private @Nullable Workers<Claim> workers;

    private record Claim(UUID id, UUID evidenceId, UUID owner) implements Hold {}

    private record Terms(
            int workers, Duration lease, Duration beat, Duration poll, Duration retry, Duration longestRetry)
            implements WorkersConfig {}

    private interface Toil {
        void on(Claim claim) throws IOException, InterruptedException;
    }

    @BeforeEach
    void create() {
        jdbi.useHandle(handle -> handle.execute("""
                create table toil (
                    id           uuid        primary key,
                    state        text        not null default 'QUEUED',
                    lease_owner  uuid,
                    lease_until  timestamptz,
                    failures     integer     not null default 0,
                    last_failure text,
                    not_before   timestamptz not null default now(),
                    beats        integer     not null default 0)
                """));
        table = new LeaseTable(jdbi, "toil");
    }

    @AfterEach
    void drop() throws InterruptedException {
        stop();
        jdbi.useHandle(handle -> handle.execute("drop table toil"));
    }

    @Test
    void keepsItsLeaseAndBeatsForAsLongAsItWorks() {
        // Given
        UUID id = queued();
        var end = new CountDownLatch(1);

        // When
        start(claim -> {
            end.await();
            done(claim);
        });

        // Then: longer than a lease lasts
        await().until(() -> is(id, "beats >= 6"));
        assertThat(is(id, "state = 'RUNNING' and lease_until > now()")).isTrue();

        // When
        end.countDown();

        // Then
        await().until(() -> is(id, "state = 'DONE' and lease_owner is null and lease_until is null"));
    }

    @Test
    void stopsWorkingOnWhatIsSomebodyElses() {
        // Given
        UUID other = UUID.randomUUID();
        var over = new CountDownLatch(1);
        UUID id = begun(claim -> {
            try {
                new CountDownLatch(1).await();
            } finally {
                over.countDown();
            }
        });

        // When
        jdbi.useHandle(handle -> handle.createUpdate("update toil set lease_owner = :other")
                .bind("other", other)
                .execute());

        // Then
        await().until(() -> over.getCount() == 0);
        assertThat(is(id, "state = 'RUNNING' and failures = 0 and lease_owner = '" + other + "'"))
                .isTrue();
    }

    @Test
    void givesBackWithoutBlameWhatItWorksOnWhenItStops() throws InterruptedException {
        // Given
        UUID id = begun(claim -> new CountDownLatch(1).await());

        // When
        stop();

        // Then
        assertThat(is(id, "state = 'QUEUED' and failures = 0 and lease_owner is null and not_before <= now()"))
                .isTrue();
    }

    @Test
    void blamesNothingForWhatFailsBecauseItStops() throws InterruptedException {
        // Given: something that takes an interruption for a failure
        UUID id = begun(claim -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new Poisonous(e);
            }
        });

        // When
        stop();

        // Then
        assertThat(is(id, "state = 'QUEUED' and failures = 0 and lease_owner is null"))
                .isTrue();
    }

    @Test
    void countsAsLostWhatFailsByItselfAndGoesOn() {
        // Given
        UUID first = queued();
        UUID second = queued();
        UUID third = queued();

        // When
        start(claim -> {
            if (claim.id().equals(first)) {
                throw new Poisonous(new IllegalStateException("a parser fell over"));
            }
            if (claim.id().equals(second)) {
                throw new StackOverflowError();
            }
            done(claim);
        });

        // Then
        await().until(() -> is(third, "state = 'DONE'"));
        String lost = "state = 'RUNNING' and lease_until < now() and failures = 1 and last_failure = '%s'";
        assertThat(is(first, lost.formatted("java.lang.IllegalStateException: a parser fell over")))
                .isTrue();
        assertThat(is(second, lost.formatted("java.lang.StackOverflowError"))).isTrue();
    }

    @Test
    void triesAgainWhenItIsDueWhatNeededSomethingThatWasAway() {
        // Given
        UUID id = queued();
        var tries = new AtomicInteger();

        // When
        start(claim -> {
            switch (tries.incrementAndGet()) {
                case 1 -> throw new IOException("intake is away");
                case 2 -> throw new IllegalStateException("the database is away");
                default -> done(claim);
            }
        });

        // Then
        await().until(() -> is(id, "state = 'DONE' and failures = 2 and last_failure = 'the database is away'"));
    }

    @Test
    void writesNothingUnderALeaseThatIsLost() {
        // Given
        UUID id = queued();
        var stale = new Claim(id, id, UUID.randomUUID());

        // Then
        assertThat(table.renew(stale, LEASE)).isFalse();
        assertThat(table.write(stale, "beats = 7", UnaryOperator.identity())).isFalse();
        assertThat(is(id, "state = 'QUEUED' and beats = 0 and lease_until is null"))
                .isTrue();
    }

    /** What a worker holds by now. */
    private UUID begun(Toil toil) {
        UUID id = queued();
        start(toil);
        await().until(() -> is(id, "state = 'RUNNING'"));
        return id;
    }

    private void start(Toil toil) {
        var never = Duration.ofMinutes(10);
        var terms = new Terms(1, LEASE, never, never, Duration.ofMillis(100), Duration.ofMillis(500));
        workers = new Workers<>(table, craft(toil), notifications, terms);
        workers.start();
    }

    private void stop() throws InterruptedException {
        if (workers != null) {
            workers.stop();
        }
    }

    private Craft<Claim> craft(Toil toil) {
        return new Craft<>() {

            @Override
            public Optional<Claim> claim() {
                return claimed();
            }

            @Override
            public void work(Claim claim) throws IOException, InterruptedException {
                toil.on(claim);
            }

            @Override
            public void beat(Claim claim) {
                table.write(claim, "beats = beats + 1", UnaryOperator.identity());
            }
        };
    }

    private Optional<Claim> claimed() {
        UUID owner = UUID.randomUUID();
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update toil
                        set state = 'RUNNING', lease_owner = :owner, lease_until = now() + interval '600 milliseconds'
                        where id = (select id from toil where state = 'QUEUED' and not_before <= now() order by id limit 1)
                        returning id
                        """)
                .bind("owner", owner)
                .map((row, context) ->
                        new Claim(row.getObject("id", UUID.class), row.getObject("id", UUID.class), owner))
                .findOne());
    }

    private void done(Claim claim) {
        table.end(claim, "state = 'DONE'", UnaryOperator.identity());
    }

    private UUID queued() {
        UUID id = Ids.next();
        jdbi.useHandle(handle -> handle.createUpdate("insert into toil (id) values (:id)")
                .bind("id", id)
                .execute());
        return id;
    }

    private boolean is(UUID id, String condition) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from toil where id = :id and " + condition)
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .one())
                == 1;
    }
}
