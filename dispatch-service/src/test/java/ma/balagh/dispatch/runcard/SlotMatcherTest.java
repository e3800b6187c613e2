package ma.balagh.dispatch.runcard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SlotMatcherTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final UUID THREE = new UUID(0, 3);

    @Test
    void passesUnitsOnFromPlaceToPlace() {
        assertThat(SlotMatcher.empty(List.of(Set.of(ONE), Set.of(ONE, TWO), Set.of(TWO, THREE))))
                .isEmpty();
        assertThat(SlotMatcher.empty(List.of(Set.of(ONE, TWO), Set.of(TWO, THREE), Set.of(ONE), Set.of(THREE))))
                .containsExactly(3);
    }

    @Test
    void leavesLaterPlacesEmpty() {
        assertThat(SlotMatcher.empty(List.of(Set.of(ONE), Set.of(), Set.of(ONE), Set.of(ONE, TWO))))
                .containsExactly(1, 2);
        assertThat(SlotMatcher.empty(List.of())).isEmpty();
    }
}
