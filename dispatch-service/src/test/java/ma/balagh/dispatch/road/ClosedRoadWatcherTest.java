package ma.balagh.dispatch.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class ClosedRoadWatcherTest {

    private static final List<ClosedArea> BEFORE = List.of();
    private static final List<ClosedArea> AFTER =
            List.of(new ClosedArea(new GeometryFactory().createPoint(new Coordinate(-7.6, 33.6)), null));

    private final CountDownLatch reading = new CountDownLatch(1);
    private final CountDownLatch slow = new CountDownLatch(1);
    private final List<List<ClosedArea>> known = Collections.synchronizedList(new ArrayList<>());

    @Test
    void keepsWhatWasReadLastWhenAnEarlierReadingIsSlow() throws Exception {
        // Given: the schedule reads, slowly, what was closed before
        var watcher = watcher();
        var schedule = Thread.ofPlatform().start(watcher::refresh);
        reading.await();

        // When: a notification comes
        var notification = Thread.ofPlatform().start(watcher::refresh);
        await().until(() -> notification.getState() == Thread.State.BLOCKED || !notification.isAlive());
        slow.countDown();
        schedule.join();
        notification.join();

        // Then
        assertThat(known).containsExactly(BEFORE, AFTER);
    }

    @SuppressWarnings("NullAway") // nothing else is asked of them
    private ClosedRoadWatcher watcher() {
        Queue<List<ClosedArea>> readings = new ArrayDeque<>(List.of(BEFORE, AFTER));
        var closures = new RoadClosureService(null, null, null, null) {
            @Override
            List<ClosedArea> closedAreas() {
                var read = readings.remove();
                if (read == BEFORE) {
                    reading.countDown();
                    awaitSlowly();
                }
                return read;
            }
        };
        var closed = new ClosedRoadIndex() {
            @Override
            void replace(List<ClosedArea> present) {
                known.add(present);
            }
        };
        return new ClosedRoadWatcher(closures, closed, null);
    }

    private void awaitSlowly() {
        try {
            slow.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
