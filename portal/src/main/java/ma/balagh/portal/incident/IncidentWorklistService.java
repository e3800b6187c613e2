package ma.balagh.portal.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import ma.balagh.portal.upstream.ResponsePage;
import org.jspecify.annotations.Nullable;

/** Sorts incidents by urgency: those that wait for a unit first, of these by priority, by severity, and then the longest wait. */
public final class IncidentWorklistService {

    private static final int PAGE_SIZE = 200;

    /** More than there are at once on any day but the worst. */
    private static final int MOST_PAGES = 5;

    /** More than anybody looks through in a menu. */
    private static final int MOST_OTHERS = 200;

    /** Of the last days, more than anybody chooses from. */
    private static final int MOST_TELLABLE = 50;

    private static final Comparator<IncidentRow> URGENCY = Comparator.comparing(IncidentRow::isWaiting)
            .reversed()
            .thenComparing(IncidentRow::rank)
            .thenComparing(Comparator.comparing(IncidentRow::severity).reversed())
            .thenComparing(IncidentRow::openedAt);

    private final DispatchClient dispatch;

    public IncidentWorklistService(DispatchClient dispatch) {
        this.dispatch = dispatch;
    }

    /** Those in one of the states, as far as a screen can show them; what is beyond follows on a page of its own. */
    ResponsePage<IncidentRow> in(List<IncidentResponse.State> states) {
        ResponsePage<IncidentRow> rows = all(cursor -> dispatch.incidents(states, null, null, cursor, PAGE_SIZE));
        return new ResponsePage<>(rows.items().stream().sorted(URGENCY).toList(), rows.next());
    }

    /** What no unit is on; where the verdict was withdrawn none may be sent. */
    ResponsePage<IncidentRow> waiting() {
        ResponsePage<IncidentRow> open = in(List.of(IncidentResponse.State.OPEN));
        return new ResponsePage<>(
                open.items().stream().filter(IncidentRow::isWaiting).toList(), open.next());
    }

    /** Where a unit of that incident can be sent instead, the most urgent first. */
    List<IncidentRow> others(UUID id) {
        return in(IncidentFilter.UNFINISHED).items().stream()
                .filter(row -> !row.id().equals(id) && row.verdictWithdrawnAt() == null)
                .limit(MOST_OTHERS)
                .toList();
    }

    /** What waits so long for something that the commander was called. */
    public List<IncidentRow> commanderCalls() {
        return all(cursor -> dispatch.incidents(List.of(), null, true, cursor, PAGE_SIZE)).items().stream()
                .filter(row -> !row.commanderClocks().isEmpty())
                .sorted(URGENCY)
                .toList();
    }

    /** What ended lately and whose verdict stands, the newest first: what the public may be told of. */
    public List<IncidentRow> tellable() {
        var states = List.of(IncidentResponse.State.RESOLVED, IncidentResponse.State.REFERRED);
        return dispatch.incidents(states, null, null, null, MOST_TELLABLE).items().stream()
                .filter(row -> row.verdictWithdrawnAt() == null)
                .toList();
    }

    /** All units that the viewer may send, or as many as a screen can show. */
    ResponsePage<UnitResponse> units() {
        return all(cursor -> dispatch.units(cursor, PAGE_SIZE));
    }

    /** Dispatch lists the newest first, so that all have to be there before they can be put in order. */
    private static <T> ResponsePage<T> all(Function<@Nullable String, ResponsePage<T>> list) {
        List<T> rows = new ArrayList<>();
        @Nullable String next = null;
        for (int page = 0; page < MOST_PAGES && (page == 0 || next != null); page++) {
            ResponsePage<T> items = list.apply(next);
            rows.addAll(items.items());
            next = items.next();
        }
        return new ResponsePage<>(List.copyOf(rows), next);
    }
}
