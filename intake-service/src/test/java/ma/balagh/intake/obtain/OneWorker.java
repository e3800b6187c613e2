package ma.balagh.intake.obtain;

import java.time.Duration;

/** Settings of a replica that fetches one link at a time and, when it stops, waits for nothing. */
record OneWorker() implements LinkWorkersConfig {

    @Override
    public int workers() {
        return 1;
    }

    @Override
    public Duration lease() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Duration beat() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Duration poll() {
        return Duration.ofMillis(100);
    }

    @Override
    public Duration retry() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Duration longestRetry() {
        return Duration.ofHours(6);
    }

    @Override
    public int lostLeases() {
        return 2;
    }

    @Override
    public Duration lossPause() {
        return Duration.ZERO;
    }

    @Override
    public Duration longestLossPause() {
        return Duration.ZERO;
    }

    @Override
    public Duration attempt() {
        return Duration.ofHours(1);
    }

    @Override
    public Duration drain() {
        return Duration.ZERO;
    }

    @Override
    public Duration countInterval() {
        return Duration.ofHours(1);
    }
}
