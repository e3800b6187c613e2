package ma.balagh.dispatch.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.dispatch.Timestamps;
import org.jspecify.annotations.Nullable;

/** All units that can be sent now. */
@ApplicationScoped
public class ReadyUnitService {

    private final ReadyUnitRepository repository;
    private final DutyConfig rules;
    private final Timestamps moments;

    ReadyUnitService(ReadyUnitRepository repository, DutyConfig rules, Timestamps moments) {
        this.repository = repository;
        this.rules = rules;
        this.moments = moments;
    }

    /**
     * At most {@code limit} that were seen lately, by their call signs.
     *
     * @param jurisdiction those whose territory covers that one or lies in it, and those that help out there; null for all
     *     that the caller sees
     * @param lately how old a position may be
     */
    @Transactional
    public List<ReadyUnit> list(@Nullable String jurisdiction, Duration lately, int limit) {
        var now = moments.now();
        return repository.list(jurisdiction, now, now.minus(rules.longest()), now.minus(lately), limit);
    }

    /** The territories in which units help out now, by unit. */
    @Transactional
    public Map<UUID, List<String>> helping() {
        return repository.helping(moments.now());
    }
}
