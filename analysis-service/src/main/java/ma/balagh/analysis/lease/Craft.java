package ma.balagh.analysis.lease;

import java.io.IOException;
import java.util.Optional;

/** What workers do with the rows of a table. */
public interface Craft<C extends Hold> {

    /** Takes the row that nobody holds and that should be worked on first. */
    Optional<C> claim();

    /**
     * Does the work and writes its end. What else it throws than these is something away, too.
     *
     * @throws LeaseLost when somebody else may hold the row by now
     * @throws Poisonous when the work itself failed, which counts as a lost lease
     * @throws IOException when something that it needs is away; it is tried again later, without blame
     * @throws InterruptedException when this worker is to stop; its processes are gone by then
     */
    void work(C claim) throws IOException, InterruptedException;

    /** Runs beside the work, each time that its lease was renewed. */
    default void beat(C claim) {}
}
