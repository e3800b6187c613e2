package ma.balagh.taskqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The statements, one by one. */
class TaskQueueTest {

    @SuppressWarnings("NullAway.Init") // created before all tests
    private static ChoreTable chores;

    private final TaskQueue<Chore> queue = chores.queue(Terms.IMPATIENT);

    @BeforeAll
    static void create() throws SQLException {
        chores = ChoreTable.create();
    }

    @AfterAll
    static void drop() {
        chores.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        chores.empty();
    }

    @Test
    void claimsInOrderOfUrgencyWhatIsDue() throws SQLException {
        // Given
        UUID later = chores.queued(2, "");
        UUID urgent = chores.queued(1, "");
        UUID putOff = chores.queued(0, "");
        chores.execute("update chore set not_before = now() + interval '1 hour' where id = '%s'".formatted(putOff));

        // Then
        assertThat(claimed()).map(Chore::id).contains(urgent);
        assertThat(claimed()).map(Chore::id).contains(later);
        assertThat(claimed()).isEmpty();
        assertThat(queue.untilNextLook(Duration.ofDays(1))).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
        assertThat(queue.untilNextLook(Duration.ofMinutes(1))).isEqualTo(Duration.ofMinutes(1));
        assertThat(queue.untilNextLook(Duration.ZERO)).isEqualTo(Duration.ofMillis(50));
        assertThat(chores.is(urgent, "state = 'RUNNING' and attempts = 1 and lease_until > now()"))
                .isTrue();
    }

    @Test
    void skipsWhatAnotherTransactionHasLocked() throws SQLException {
        // Given
        UUID locked = chores.queued();
        UUID free = chores.queued();

        try (var connection = chores.pool().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select from chore where id = '%s' for update".formatted(locked));

            // Then
            assertThat(claimed()).map(Chore::id).contains(free);
            assertThat(claimed()).isEmpty();
        }
    }

    @Test
    void claimsWhatADeadWorkerHadWithANewTokenAndCountsTheLoss() throws SQLException {
        // Given
        UUID id = chores.queued();
        Chore first = claimed().orElseThrow();
        assertThat(claimed()).isEmpty();
        leaseEnded(id, "1 millisecond");

        // When
        Chore second = claimed().orElseThrow();

        // Then
        assertThat(second.token()).isNotEqualTo(first.token());
        assertThat(second.lostLeases()).isEqualTo(1);
        assertThatThrownBy(() -> queue.end(first, "state = 'DONE'")).isInstanceOf(LeaseLostException.class);
        assertThat(queue.write(first, "renewals = 7")).isFalse();
        queue.release(first);
        queue.retryLater(first, "late");
        queue.lose(first, "late");
        assertThat(chores.is(id, "state = 'RUNNING' and renewals = 0 and failures = 0 and lease_until > now()"))
                .isTrue();
        queue.end(second, "state = ?", "DONE");
        assertThat(chores.is(id, "state = 'DONE' and lease_owner is null")).isTrue();
    }

    @Test
    void letsWhatLosesWorkersRestForTwiceAsLongEachTime() throws SQLException {
        // Given
        TaskQueue<Chore> resting = chores.queue(Terms.IMPATIENT.lossPause(Duration.ofMinutes(1)));
        UUID id = chores.queued();
        assertThat(resting.claim()).isPresent();
        leaseEnded(id, "1 millisecond");
        assertThat(resting.claim()).isPresent();

        // Then: a minute after the second loss, two after the third, four at most
        leaseEnded(id, "59 seconds");
        assertThat(resting.claim()).isEmpty();
        leaseEnded(id, "61 seconds");
        assertThat(resting.claim()).isPresent();
        leaseEnded(id, "119 seconds");
        assertThat(resting.claim()).isEmpty();
        chores.execute("update chore set lost_leases = 60");
        assertThat(resting.claim()).isEmpty();
        leaseEnded(id, "241 seconds");
        assertThat(resting.claim()).map(Chore::lostLeases).contains(61);
    }

    @Test
    void renewsWhatIsHeldAndTellsWhatIsLost() throws SQLException {
        // Given
        chores.queued();
        chores.queued();
        Chore held = claimed().orElseThrow();
        Chore lost = claimed().orElseThrow();
        chores.execute("update chore set lease_until = now() - interval '1 second'");
        chores.execute("update chore set lease_owner = gen_random_uuid() where id = '%s'".formatted(lost.id()));

        // Then
        assertThat(queue.renew(List.of(held, lost))).containsExactly(lost.token());
        assertThat(chores.is(held.id(), "lease_until > now()")).isTrue();
        assertThat(chores.is(lost.id(), "lease_until < now()")).isTrue();
    }

    @Test
    void waitsForNobodyWhoEndsATaskWhileOthersAreRenewed() throws SQLException {
        // Given
        chores.queued();
        chores.queued();
        Chore ending = claimed().orElseThrow();
        Chore other = claimed().orElseThrow();
        chores.execute("update chore set lease_until = now() - interval '1 second'");

        try (var connection = chores.pool().getConnection()) {
            connection.setAutoCommit(false);
            new TaskQueue<>(Session.of(connection), ChoreTable.TABLE, Terms.IMPATIENT, Chore::read)
                    .end(ending, "state = 'DONE'");

            // Then
            assertThat(queue.renew(List.of(ending, other))).isEmpty();
            assertThat(chores.is(other.id(), "lease_until > now()")).isTrue();
            connection.commit();
        }
        assertThat(queue.renew(List.of(ending, other))).containsExactly(ending.token());
    }

    @Test
    void triesAgainEverLaterAndForEver() throws SQLException {
        // Given
        UUID id = chores.queued();

        for (int failures : List.of(0, 1, 2, 500)) {
            // When
            chores.execute("update chore set not_before = now(), failures = %d".formatted(failures));
            Chore chore = claimed().orElseThrow();
            String before = chores.time();
            queue.retryLater(chore, "intake is away");
            String after = chores.time();

            // Then: in the upper half of 100 ms, doubled each time, at most 500 ms
            int ceiling = Math.min(500, 100 << Math.min(failures, 5));
            assertThat(chores.is(id, """
                            not_before - interval '%d milliseconds' >= '%s' and not_before - interval '%d milliseconds' <= '%s'
                            """.formatted(ceiling / 2, before, ceiling, after)))
                    .isTrue();
            assertThat(chores.is(id, "failures = %d and last_failure = 'intake is away'".formatted(failures + 1)))
                    .isTrue();
        }
    }

    @Test
    void claimsNoMoreOfAKeyThanItsLimitWhoeverClaims() throws Exception {
        // Given
        for (int k = 0; k < 30; k++) {
            chores.queued(0, "host-" + k % 3);
        }
        var limited =
                new TaskQueue<>(chores.pool(), limitedTo("2", Duration.ZERO), Terms.IMPATIENT.patient(), Chore::read);

        // When
        Callable<Optional<Chore>> claiming = limited::claim;
        List<Chore> claims;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            claims = threads.invokeAll(Collections.nCopies(12, claiming)).stream()
                    .flatMap(answer -> answer.resultNow().stream())
                    .toList();
        }

        // Then
        assertThat(claims).hasSize(6).doesNotHaveDuplicates();
        assertThat(chores.number("""
                select count(*) from (select from chore where state = 'RUNNING' group by host having count(*) = 2) full_host
                """)).isEqualTo(3);

        // When
        limited.end(claims.getFirst(), "state = 'DONE'");

        // Then
        assertThat(limited.claim()).isPresent();
        assertThat(limited.claim()).isEmpty();
    }

    @Test
    void leavesAKeyAloneForAWhileAfterAnAttempt() throws SQLException {
        // Given
        chores.queued(0, "polite");
        chores.queued(0, "polite");
        var polite = new TaskQueue<>(chores.pool(), limitedTo("9", Duration.ofHours(1)), Terms.IMPATIENT, Chore::read);
        Chore first = polite.claim().orElseThrow();

        // Then
        assertThat(polite.claim()).isEmpty();
        polite.end(first, "state = 'DONE'");
        assertThat(polite.claim()).isEmpty();
        chores.execute("update chore set attempted_at = now() - interval '2 hours' where state = 'DONE'");
        assertThat(polite.claim()).isPresent();
    }

    @Test
    void looksAtATaskBeforeItIsLeased() throws SQLException {
        // Given: what is under way elsewhere waits for that, and is claimed no more
        UUID underWay = chores.queued(0, "");
        UUID free = chores.queued(1, "");
        var checked =
                new TaskQueue<>(chores.pool(), ChoreTable.TABLE, Terms.IMPATIENT, Chore::read, (connection, id) -> {
                    try (var update = connection.prepareStatement(
                            "update chore set state = 'DONE' where id = ? and urgency = 0")) {
                        update.setObject(1, id);
                        return update.executeUpdate() == 0;
                    }
                });

        // Then
        assertThat(checked.claim()).map(Chore::id).contains(free);
        assertThat(checked.claim()).isEmpty();
        assertThat(chores.is(underWay, "state = 'DONE' and attempts = 0")).isTrue();
    }

    @Test
    void countsWhatWaitsAndForHowLong() throws SQLException {
        // Given
        chores.queued();
        UUID old = chores.queued();
        UUID putOff = chores.queued();
        chores.execute("update chore set not_before = now() + interval '1 hour' where id = '%s'".formatted(putOff));
        claimed();
        chores.execute("update chore set not_before = now() - interval '90 seconds' where id = '%s'".formatted(old));

        // When
        TaskQueue.Count count = queue.count();

        // Then
        assertThat(count.waiting()).isEqualTo(2);
        assertThat(count.leased()).isEqualTo(1);
        assertThat(count.overdue()).isBetween(90.0, 100.0);
        chores.empty();
        assertThat(queue.count()).isEqualTo(new TaskQueue.Count(0, 0, 0));
    }

    private static TaskTable limitedTo(String limit, Duration pause) {
        return ChoreTable.TABLE
                .limitedBy(new TaskTable.Key("host", limit, "attempted_at", pause))
                .changingWhenClaimed("attempted_at = now()");
    }

    private Optional<Chore> claimed() {
        return queue.claim();
    }

    private static void leaseEnded(UUID id, String ago) throws SQLException {
        chores.execute("update chore set lease_until = now() - interval '%s' where id = '%s'".formatted(ago, id));
    }
}
