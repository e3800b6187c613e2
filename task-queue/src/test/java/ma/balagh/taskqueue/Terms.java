package ma.balagh.taskqueue;

import java.time.Duration;

/** Impatient settings; nobody polls. */
record Terms(
        int workers,
        Duration lease,
        int lostLeases,
        Duration attempt,
        Duration poll,
        Duration drain,
        Duration lossPause)
        implements TaskWorkersConfig {

    static final Terms IMPATIENT = new Terms(
            1, Duration.ofMillis(600), 2, Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ZERO, Duration.ZERO);

    /** For what is not about leases that end: however slow the machine is, they do not. */
    Terms patient() {
        return new Terms(workers, Duration.ofHours(1), lostLeases, attempt, poll, drain, lossPause);
    }

    Terms workers(int number) {
        return new Terms(number, lease, lostLeases, attempt, poll, drain, lossPause);
    }

    Terms lease(Duration length) {
        return new Terms(workers, length, lostLeases, attempt, poll, drain, lossPause);
    }

    Terms lostLeases(int number) {
        return new Terms(workers, lease, number, attempt, poll, drain, lossPause);
    }

    Terms attempt(Duration longest) {
        return new Terms(workers, lease, lostLeases, longest, poll, drain, lossPause);
    }

    Terms poll(Duration interval) {
        return new Terms(workers, lease, lostLeases, attempt, interval, drain, lossPause);
    }

    Terms drain(Duration patience) {
        return new Terms(workers, lease, lostLeases, attempt, poll, patience, lossPause);
    }

    Terms lossPause(Duration first) {
        return new Terms(workers, lease, lostLeases, attempt, poll, drain, first);
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
    public Duration longestLossPause() {
        return Duration.ofMinutes(4);
    }

    @Override
    public Duration countInterval() {
        return Duration.ofMillis(50);
    }
}
