package ma.balagh.portal.upstream;

import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** Makes the calls of one page side by side, each as the viewer: a page then takes as long as the slowest, not as all. */
@ApplicationScoped
public class CallExecutor {

    private final ExecutorService threads;

    CallExecutor(@VirtualThreads ExecutorService threads) {
        this.threads = threads;
    }

    /**
     * Begins a call within the request that is being answered.
     *
     * @return waits for its answer, or throws what it threw
     */
    public <T> Supplier<T> start(Supplier<T> call) {
        CompletableFuture<T> answer = CompletableFuture.supplyAsync(call, threads);
        return () -> {
            try {
                return answer.join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
            }
        };
    }

    /** The same for a part of the page that may be missing. */
    public <T> Supplier<PagePart<T>> startPart(Supplier<T> call) {
        return start(() -> PagePart.of(call));
    }
}
