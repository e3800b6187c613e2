package ma.balagh.analysis.consultation;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import ma.balagh.analysis.dossier.DossierState;
import ma.balagh.http.PageRequest;

/** What a list of dossiers is sorted by; the constants' names in lower case are the values of {@code sort}. */
enum DossierSortOrder {
    /** Newest first. */
    NEWEST("dossier.dossier_id < :after", "dossier.dossier_id desc", DossierRow::id),
    /** What should be looked at first; what is concluded comes last. */
    URGENCY(
            "(dossier.state = 'CONCLUDED', dossier.look_by, dossier.dossier_id) > (:concluded, :lookBy, :after)",
            "dossier.state = 'CONCLUDED', dossier.look_by, dossier.dossier_id",
            Place::of);

    /** Of a dossier in the order of urgency; as text in a cursor. */
    record Place(boolean concluded, Instant lookBy, UUID id) {

        static final Place FIRST = new Place(false, Instant.EPOCH, new UUID(0, 0));

        static Place of(DossierRow row) {
            return new Place(row.state() == DossierState.CONCLUDED, row.lookBy(), row.id());
        }

        static Place read(String text) {
            String[] parts = text.split(" ", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("not a place: " + text);
            }
            try {
                return new Place(Boolean.parseBoolean(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2]));
            } catch (DateTimeException malformed) {
                throw new IllegalArgumentException(malformed);
            }
        }

        @Override
        public String toString() {
            return concluded + " " + lookBy + " " + id;
        }
    }

    private final String condition;
    private final String order;
    private final Function<DossierRow, ?> place;

    DossierSortOrder(String condition, String order, Function<DossierRow, ?> place) {
        this.condition = condition;
        this.order = order;
        this.place = place;
    }

    /** For a {@code where} about {@code dossier}, with what comes after it. */
    String clauses() {
        return " and " + condition + " order by " + order;
    }

    /** Where in the order a row stands. */
    Function<DossierRow, ?> place() {
        return place;
    }

    /** What the clauses are asked with, by name. */
    Map<String, Object> parameters(PageRequest page) {
        return switch (this) {
            case NEWEST -> Map.of("after", page.after());
            case URGENCY -> {
                Place after = page.after(Place::read).orElse(Place.FIRST);
                yield Map.of("concluded", after.concluded(), "lookBy", after.lookBy(), "after", after.id());
            }
        };
    }
}
