package ma.balagh.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class KeyedExecutorTest {

    private final List<String> done = new CopyOnWriteArrayList<>();

    @Test
    void keepTheOrderWithinALane() {
        // Given
        var lanes = new KeyedExecutor(1000, 1000);

        // When
        IntStream.range(0, 500).forEach(i -> lanes.add("lane", 1, () -> done.add("" + i)));

        // Then
        await().until(() -> done.size() == 500);
        assertThat(done)
                .containsExactlyElementsOf(
                        IntStream.range(0, 500).mapToObj(String::valueOf).toList());
    }

    @Test
    void doNotWaitForEachOther() {
        // Given
        var lanes = new KeyedExecutor(1000, 1000);
        var gate = new CountDownLatch(1);

        // When
        lanes.add("stuck", 1, gate::await);
        lanes.add("stuck", 1, () -> done.add("stuck"));
        lanes.add("free", 1, () -> done.add("free"));

        // Then
        await().until(() -> done.contains("free"));
        assertThat(done).doesNotContain("stuck");
        gate.countDown();
        await().until(() -> done.contains("stuck"));
    }

    @Test
    void askForMoreOnlyWhileThereIsRoom() {
        // Given
        var lanes = new KeyedExecutor(2, 1000);
        var gate = new CountDownLatch(1);

        // When
        var first = lanes.add("lane", 1, gate::await).toCompletableFuture();
        var second = lanes.add("lane", 1, () -> done.add("second")).toCompletableFuture();

        // Then
        assertThat(first).isDone();
        assertThat(second).isNotDone();
        gate.countDown();
        assertThat(second).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void askForMoreOnlyWhileWhatWaitsIsSmall() {
        // Given
        var lanes = new KeyedExecutor(1000, 100);
        var gate = new CountDownLatch(1);

        // When
        var small = lanes.add("lane", 60, gate::await).toCompletableFuture();
        var large = lanes.add("lane", 60, () -> done.add("second")).toCompletableFuture();

        // Then
        assertThat(small).isDone();
        assertThat(large).isNotDone();
        gate.countDown();
        assertThat(large).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void finishWhatRunsAndBeginNothingMoreWhenTheyClose() throws InterruptedException {
        // Given
        var lanes = new KeyedExecutor(1000, 1000);
        var begun = new CountDownLatch(1);
        lanes.add("lane", 1, () -> {
            begun.countDown();
            lanes.pause(Duration.ofMinutes(10));
            done.add("first");
        });
        lanes.add("lane", 1, () -> done.add("second"));
        begun.await();

        // When
        lanes.close(Duration.ofSeconds(5));

        // Then
        assertThat(done).containsExactly("first");
    }

    @Test
    void goOnAfterAnErrorAndWithoutAThread() {
        // Given
        var starts = new AtomicInteger();
        var attempts = new AtomicInteger();
        var lanes = new KeyedExecutor(1, 1000, work -> {
            if (starts.incrementAndGet() == 1) {
                throw new OutOfMemoryError("for a test");
            }
            return Thread.ofVirtual().unstarted(work);
        });

        // When
        assertThatThrownBy(() -> lanes.add("lane", 1, () -> done.add("never"))).isInstanceOf(OutOfMemoryError.class);
        var room = lanes.add("lane", 1, () -> {
            if (attempts.incrementAndGet() == 1) {
                throw new OutOfMemoryError("for a test");
            }
            done.add("first");
        });
        lanes.add("lane", 1, () -> done.add("second"));

        // Then
        await().until(() -> done.size() == 2);
        assertThat(done).containsExactly("first", "second");
        assertThat(room).succeedsWithin(Duration.ofSeconds(5));
    }
}
