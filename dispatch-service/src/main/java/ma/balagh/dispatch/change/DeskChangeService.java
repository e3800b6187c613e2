package ma.balagh.dispatch.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import ma.balagh.dispatch.unit.CrewUnitService;
import ma.balagh.dispatch.unit.UnitRestriction;
import ma.balagh.http.Caller;
import ma.balagh.http.ProblemException;
import ma.balagh.http.Roles;
import org.jspecify.annotations.Nullable;

/** Reads what changed, each time in a transaction of its own, with the rights of whoever follows. */
@ApplicationScoped
class DeskChangeService {

    /** Rows that are held in memory for one follower at once. */
    static final int PAGE_SIZE = 200;

    private final DeskChangeRepository repository;
    private final CrewUnitService crews;
    private final Caller caller;

    DeskChangeService(DeskChangeRepository repository, CrewUnitService crews, Caller caller) {
        this.repository = repository;
        this.crews = crews;
        this.caller = caller;
    }

    /** Where somebody begins who has just read everything. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    StreamPosition now() {
        return repository.now();
    }

    /** How far somebody gets who was there, if anything has changed since. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<StreamPosition> nextAfter(StreamPosition position) {
        var now = repository.now();
        return repository.isAnythingAfter(position) ? Optional.of(now) : Optional.empty();
    }

    /**
     * What the follower may know of. Asked at each reading: a call sign may pass to another unit, or a unit be enlisted, while
     * its crew follows.
     *
     * @throws ProblemException 403 where nobody can tell which unit a crew is of
     */
    UnitRestriction restriction() {
        return crews.restriction(caller, Roles.DISPATCHER, Roles.COMMANDER);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<SightedUnit> sightedSince(Instant since) {
        return repository.sightedSince(since, restriction());
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void eraseOlderThan(Duration age) {
        repository.eraseOlderThan(age);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    ChangePage after(StreamPosition position) {
        var rows = repository.after(position, restriction(), PAGE_SIZE);
        var now = rows.getFirst().now();
        boolean isComplete = position.begin() > rows.getFirst().erased() && position.end() <= now.end();
        if (!isComplete) {
            return new ChangePage(List.of(), now, false, false);
        }
        var changes = new ArrayList<DeskChange>();
        byTransaction(rows)
                .forEach((transaction, changed) -> changes.add(change(position.advancedTo(transaction, now), changed)));
        boolean hasMore = rows.size() >= PAGE_SIZE;
        return new ChangePage(changes, hasMore ? changes.getLast().position() : now, true, hasMore);
    }

    private static Map<Long, List<DeskChangeRepository.Row>> byTransaction(List<DeskChangeRepository.Row> rows) {
        var transactions = new LinkedHashMap<Long, List<DeskChangeRepository.Row>>();
        for (var row : rows) {
            if (row.transaction() != null) {
                transactions
                        .computeIfAbsent(row.transaction(), first -> new ArrayList<>())
                        .add(row);
            }
        }
        return transactions;
    }

    private static DeskChange change(StreamPosition position, List<DeskChangeRepository.Row> rows) {
        return new DeskChange(
                position,
                Objects.requireNonNullElse(rows.getLast().at(), Instant.EPOCH),
                distinct(rows, DeskChangeRepository.Row::incidentId),
                distinct(rows, DeskChangeRepository.Row::assignmentId),
                distinct(rows, DeskChangeRepository.Row::unitId),
                distinct(rows, DeskChangeRepository.Row::closureId));
    }

    private static List<UUID> distinct(
            List<DeskChangeRepository.Row> rows, Function<DeskChangeRepository.Row, @Nullable UUID> subject) {
        return rows.stream().map(subject).filter(Objects::nonNull).distinct().toList();
    }
}
