package ma.balagh.analysis.known;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import ma.balagh.analysis.AnalysisProblem;
import ma.balagh.http.ProblemException;

/** Limits the concurrent searches, in total and for each caller, and the uploads that wait for one. */
@ApplicationScoped
class KnownFootageSearchLimiter {

    /** Ends with {@link #close}. */
    @FunctionalInterface
    interface Permit extends AutoCloseable {
        @Override
        void close();
    }

    private final KnownConfig config;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition ended = lock.newCondition();
    private final Map<String, Integer> present = new HashMap<>();
    private final Set<String> comparing = new HashSet<>();

    KnownFootageSearchLimiter(KnownConfig config) {
        this.config = config;
    }

    /** @throws ProblemException 429 when this caller, or all together, are sending too many media already */
    Permit receive(String caller) {
        lock.lock();
        try {
            int own = present.getOrDefault(caller, 0);
            int all = present.values().stream().mapToInt(Integer::intValue).sum();
            if (own >= config.searchesPerCaller() || all >= config.searchBodies()) {
                throw tooMany();
            }
            present.put(caller, own + 1);
        } finally {
            lock.unlock();
        }
        return () -> leave(caller);
    }

    /**
     * Waits for a place.
     *
     * @throws ProblemException 429 when there is none for a while
     */
    Permit compare(String caller) throws InterruptedException {
        lock.lock();
        try {
            long left = config.searchWait().toNanos();
            while (comparing.size() >= config.searches() || comparing.contains(caller)) {
                if (left <= 0) {
                    throw tooMany();
                }
                left = ended.awaitNanos(left);
            }
            comparing.add(caller);
        } finally {
            lock.unlock();
        }
        return () -> end(caller);
    }

    private void leave(String caller) {
        lock.lock();
        try {
            present.computeIfPresent(caller, (_, own) -> own == 1 ? null : own - 1);
        } finally {
            lock.unlock();
        }
    }

    private void end(String caller) {
        lock.lock();
        try {
            comparing.remove(caller);
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private ProblemException tooMany() {
        return AnalysisProblem.TOO_MANY_SEARCHES.because("come again soon").retryAfter(config.searchRetry());
    }
}
