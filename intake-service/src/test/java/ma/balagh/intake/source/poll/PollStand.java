package ma.balagh.intake.source.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import ma.balagh.intake.source.item.Items;
import org.jdbi.v3.core.Jdbi;

/** A publisher, and a replica that polls it when a test says so. */
final class PollStand implements AutoCloseable {

    private final UUID replica = UUID.randomUUID();
    private final PollQueue queue;
    private final Items items;
    private final PollConfig config;
    private final Jdbi jdbi;
    private final Publisher publisher;

    PollStand(PollQueue queue, Items items, PollConfig config, Jdbi jdbi) throws IOException {
        this.queue = queue;
        this.items = items;
        this.config = config;
        this.jdbi = jdbi;
        this.publisher = Publisher.open();
    }

    Publisher publisher() {
        return publisher;
    }

    Watched watch(String path, String kind) {
        return Watched.at(publisher.url(path), kind, jdbi);
    }

    void poll(Watched source) throws InterruptedException {
        source.isDue();
        PollClaim claim = claim(source);
        end(claim, outcome(claim));
    }

    PollClaim claim(Watched source) {
        PollClaim claim = queue.claim(replica).orElseThrow();
        assertThat(claim.source().id()).isEqualTo(source.id());
        return claim;
    }

    PollOutcome outcome(PollClaim claim) throws InterruptedException {
        return new Poller(publisher.fetcher(), items, config).poll(claim);
    }

    void end(PollClaim claim, PollOutcome outcome) {
        queue.end(replica, claim, outcome);
    }

    @Override
    public void close() {
        queue.release(replica);
        publisher.close();
    }
}
