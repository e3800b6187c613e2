package ma.balagh.taskqueue;

import java.time.Duration;

/** Impatient settings; nobody polls. */
record Terms(int workers, Duration lease, int lostLeases, Duration attempt, Duration poll, Duration drain)
        implements TaskWorkersConfig {

    static final Terms IMPATIENT =
            new Terms(1, Duration.ofMillis(600), 2, Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ZERO);

    Terms workers(int number) {
        return new Terms(number, lease, lostLeases, attempt, poll, drain);
    }

    Terms lease(Duration length) {
        return new Terms(workers, length, lostLeases, attempt, poll, drain);
    }

    Terms lostLeases(int number) {
        return new Terms(workers, lease, number, attempt, poll, drain);
    }

    Terms attempt(Duration longest) {
        return new Terms(workers, lease, lostLeases, longest, poll, drain);
    }

    Terms poll(Duration interval) {
        return new Terms(workers, lease, lostLeases, attempt, interval, drain);
    }

    Terms drain(Duration patience) {
        return new Terms(workers, lease, lostLeases, attempt, poll, patience);
    }

    @Override
    public Duration beat() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Duration retry() {
        return Duration.ofMillis(100);
    }

    @Override
    public Duration longestRetry() {
        return Duration.ofMillis(500);
    }

    @Override
    public Duration lossPause() {
        return Duration.ZERO;
    }

    @Override
    public Duration longestLossPause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Duration countInterval() {
        return Duration.ofMillis(50);
    }
}
