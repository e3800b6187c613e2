package ma.balagh.dispatch.blackspot;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version of a territory's map, without its black spots. */
record BlackSpotMap(
        UUID id,
        String territory,
        Instant asOf,
        Instant computedAt,
        int incidents,
        int lastYear,
        int cells,
        @Nullable MethodFigures method,
        @Nullable NearRepeatFigures nearRepeat,
        List<WindowFigures> windows) {

    BlackSpotMap {
        windows = List.copyOf(windows);
    }

    WindowFigures of(WeekWindow window) {
        return windows.stream().filter(one -> one.isOf(window)).findFirst().orElseThrow();
    }
}
