package ma.balagh.analysis.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import ma.balagh.analysis.AnalysisProblem;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.ProblemException;

/**
 * Limits how many people pictures are made for at the same time, since each keeps tools busy; the others wait a little.
 */
@ApplicationScoped
class ConcurrencyLimiter {

    /** A place among them, until it is closed. */
    @FunctionalInterface
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    private final RenditionConfig config;
    private final Semaphore places;

    ConcurrencyLimiter(RenditionConfig config) {
        this.config = config;
        this.places = new Semaphore(config.moments());
    }

    /** @throws ProblemException 429 when there is none for a while */
    Place enter() throws InterruptedException {
        if (!places.tryAcquire(config.momentWait().toMillis(), TimeUnit.MILLISECONDS)) {
            throw tooMany();
        }
        return places::release;
    }

    ProblemException tooMany() {
        return AnalysisProblem.TOO_MANY_LOOKS.because("come again soon").retryAfter(config.comeAgain());
    }

    /** 503 for who has a place, but gets no picture. */
    ProblemException unavailable(String detail, Exception cause) {
        ProblemException problem = CommonProblem.UNAVAILABLE.because(detail).retryAfter(config.comeAgain());
        problem.addSuppressed(cause);
        return problem;
    }
}
