package ma.balagh.portal.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ma.balagh.portal.upstream.Items;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a unit, the gravest first and then what waits longest: nobody should have to look for it. Where the verdict
 * was withdrawn no unit may be sent.
 */
final class WaitingIncidents {

    private static final int PAGE_SIZE = 200;

    /** More than can wait at once on any day but the worst; what is beyond follows on a page of its own. */
    private static final int MOST_PAGES = 5;

    private static final Comparator<IncidentRow> URGENCY =
            Comparator.comparingInt(IncidentRow::severity).reversed().thenComparing(IncidentRow::openedAt);

    private WaitingIncidents() {}

    /** Dispatch tells them newest first, so that all have to be there before they can be put in order. */
    static Items<IncidentRow> of(DispatchService dispatch) {
        List<IncidentRow> rows = new ArrayList<>();
        @Nullable String next = null;
        for (int page = 0; page < MOST_PAGES && (page == 0 || next != null); page++) {
            Items<IncidentRow> items = dispatch.incidents(Incident.State.OPEN.name(), next, PAGE_SIZE);
            items.items().stream()
                    .filter(row -> row.verdictWithdrawnAt() == null)
                    .forEach(rows::add);
            next = items.next();
        }
        rows.sort(URGENCY);
        return new Items<>(List.copyOf(rows), next);
    }
}
