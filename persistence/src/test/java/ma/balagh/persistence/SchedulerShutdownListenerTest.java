package ma.balagh.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchedulerShutdownListenerTest {

    private final List<String> calls = new ArrayList<>();

    @Test
    void pausesTheSchedulerAtShutdown() {
        // When
        new SchedulerShutdownListener(schedulerThatIsStarted(true)).pause(new ShutdownEvent());

        // Then
        assertThat(calls).containsExactly("isStarted", "pause");
    }

    @Test
    void leavesASchedulerAloneThatWasNeverStarted() {
        // When
        new SchedulerShutdownListener(schedulerThatIsStarted(false)).pause(new ShutdownEvent());

        // Then
        assertThat(calls).containsExactly("isStarted");
    }

    private Scheduler schedulerThatIsStarted(boolean isStarted) {
        return (Scheduler) Proxy.newProxyInstance(
                Scheduler.class.getClassLoader(), new Class<?>[] {Scheduler.class}, (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    return method.getReturnType() == boolean.class ? isStarted : null;
                });
    }
}
