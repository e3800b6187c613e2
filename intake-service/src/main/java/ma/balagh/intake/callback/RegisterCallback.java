package ma.balagh.intake.callback;

import jakarta.validation.constraints.Size;
import ma.balagh.callback.CallbackService;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /callbacks}. */
record RegisterCallback(
        @Size(max = CallbackService.LONGEST_URL) @Nullable String url) {}
