package ma.balagh.intake.source.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.balagh.intake.Database;
import ma.balagh.intake.source.item.ItemService;

/** A publisher, and a replica that polls it when a test says so. */
final class PollStand implements AutoCloseable {

    private final List<UUID> claimed = new ArrayList<>();
    private final PollQueue queue;
    private final ItemService items;
    private final PollConfig config;
    private final Database database;
    private final Publisher publisher;

    PollStand(PollQueue queue, ItemService items, PollConfig config, Database database) throws IOException {
        this.queue = queue;
        this.items = items;
        this.config = config;
        this.database = database;
        this.publisher = Publisher.open();
    }

    Publisher publisher() {
        return publisher;
    }

    Watched watch(String path, String kind) {
        return Watched.at(publisher.url(path), kind, database);
    }

    void poll(Watched source) throws InterruptedException {
        source.isDue();
        PollClaim claim = claim(source);
        end(claim, outcome(claim));
    }

    PollClaim claim(Watched source) {
        PollClaim claim = queue.tasks().claim().flatMap(queue::claimed).orElseThrow();
        claimed.add(claim.task().token());
        assertThat(claim.source().id()).isEqualTo(source.id());
        return claim;
    }

    PollOutcome outcome(PollClaim claim) throws InterruptedException {
        return new SourcePollService(publisher.fetcher(), items, config).poll(claim);
    }

    void end(PollClaim claim, PollOutcome outcome) {
        queue.end(claim, outcome);
    }

    @Override
    public void close() {
        database.execute("update source set lease_owner = null, lease_until = null where lease_owner = any(?)", (Object)
                claimed.toArray(UUID[]::new));
        publisher.close();
    }
}
