package ma.balagh.analysis.urgency;

import java.util.Locale;
import java.util.Set;

/** What makes a dossier more urgent, or less, by so many points. The words stand with those of findings. */
public enum UrgencyReason {
    /** Words for weapons. */
    WEAPON(3, "words"),
    /** Words for violence; beside a weapon they add less. */
    VIOLENCE(2, "words"),
    /** What happened, or else the publication, was fresh when the report came in. */
    FRESH(1, "at"),
    PLACE_KNOWN(1, "place"),
    /** Verified offences near it, not long before. */
    REPEAT_PLACE(1, "count", "metres", "days"),
    /** Words of sport, films or games: where weapons and blows may be no real ones. */
    OTHER_CONTEXT(-2, "words");

    private final int points;
    private final Set<String> facts;

    UrgencyReason(int points, String... facts) {
        this.points = points;
        this.facts = Set.of(facts);
    }

    int points() {
        return points;
    }

    /** Names of the facts that the words mention. */
    public Set<String> facts() {
        return facts;
    }

    /** Under which the words stand, such as {@code urgency.weapon}. */
    public String code() {
        return "urgency." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
