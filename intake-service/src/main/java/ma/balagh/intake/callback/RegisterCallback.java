package ma.balagh.intake.callback;

import org.jspecify.annotations.Nullable;

/** The body of {@code POST /callbacks}. */
record RegisterCallback(@Nullable String url) {}
