package ma.balagh.taskqueue;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * Two replicas and the database take steps in any order: the real statements, on a real PostgreSQL. A replica may stop
 * anywhere and go on later with what it had, as after a stall, or without it, as after a kill; the database's clock may
 * jump either way. One of them looks at each task before it leases it, as link fetches do. Whatever the order, no task
 * comes to its end twice, and each can still be brought to one.
 */
@Tag("long")
class InterleavingsTest {

    /** What may happen next. */
    enum Step {
        CLAIM,
        RENEW,
        RELEASE,
        FAIL_FOR_WANT_OF_SOMETHING,
        FAIL_BY_ITSELF,
        /** Everything of the end is written, and not yet committed. */
        BEGIN_END,
        COMMIT,
        ROLL_BACK,
        /** The process is gone: its connection, and all that it knew. */
        DIE,
        /** Another process's clock has nothing to say; the database's does. */
        CLOCK_JUMPS_AHEAD,
        CLOCK_JUMPS_BACK
    }

    record Event(Step step, int replica) {}

    private static final Terms TERMS =
            Terms.IMPATIENT.lease(Duration.ofSeconds(30)).lostLeases(1000);
    private static final int TASKS = 2;

    @SuppressWarnings("NullAway.Init") // created before all tries
    private static ChoreTable chores;

    @SuppressWarnings("NullAway.Init") // as above
    private static List<InterleavedReplica> replicas;

    @SuppressWarnings("NullAway.Init") // as above
    private static InterleavedReplica clock;

    @BeforeContainer
    static void create() throws SQLException {
        chores = ChoreTable.create();
        replicas = List.of(replica("first", null), replica("second", (_, _) -> true));
        clock = replica("clock", null);
    }

    @AfterContainer
    static void drop() throws SQLException {
        for (InterleavedReplica replica : replicas) {
            replica.close();
        }
        clock.close();
        chores.close();
    }

    @Property(tries = 10_000)
    void bringNoTaskToItsEndTwice(@ForAll("interleavings") List<Event> events) throws SQLException {
        // Given
        clock.execute("""
                delete from chore_effect;
                delete from chore;
                insert into chore (id, urgency) select gen_random_uuid(), number from generate_series(1, %d) number
                """.formatted(TASKS));

        // When
        for (Event event : events) {
            replicas.get(event.replica()).take(event.step(), clock);
        }

        // Then
        for (InterleavedReplica replica : replicas) {
            replica.take(Step.DIE, clock);
        }
        assertThat(clock.number("""
                select count(*) from chore
                where (select count(*) from chore_effect where chore_id = chore.id) <> case state when 'DONE' then 1 else 0 end
                """)).isZero();

        // And: once all leases and pauses are over
        clock.execute("""
                update chore
                set not_before = now(), lease_until = case when lease_owner is not null then now() - interval '1 second' end
                """);
        for (int k = 0; k < TASKS; k++) {
            replicas.getFirst().take(Step.CLAIM, clock);
            replicas.getFirst().take(Step.BEGIN_END, clock);
            replicas.getFirst().take(Step.COMMIT, clock);
        }
        assertThat(clock.number("select count(*) from chore_effect")).isEqualTo(TASKS);
    }

    @Provide
    Arbitrary<List<Event>> interleavings() {
        Arbitrary<Step> steps = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(Step.CLAIM, Step.BEGIN_END, Step.COMMIT)),
                Tuple.of(2, Arbitraries.of(Step.CLOCK_JUMPS_AHEAD, Step.RENEW)),
                Tuple.of(1, Arbitraries.of(Step.values())));
        return Combinators.combine(steps, Arbitraries.integers().between(0, 1))
                .as(Event::new)
                .list()
                .ofMinSize(4)
                .ofMaxSize(16);
    }

    private static InterleavedReplica replica(String name, TaskQueue.@Nullable ClaimCheck check) throws SQLException {
        return new InterleavedReplica(name, chores.pool(), TERMS, check);
    }
}
