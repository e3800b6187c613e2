package ma.balagh.dispatch.communique;

import java.time.Instant;
import java.util.Map;
import ma.balagh.contracts.dispatch.OutcomeKind;

/** How many incidents ended in which way, from a moment to another. */
record CommuniqueFigures(Instant from, Instant to, Map<OutcomeKind, Long> outcomes) {

    CommuniqueFigures {
        outcomes = Map.copyOf(outcomes);
    }
}
