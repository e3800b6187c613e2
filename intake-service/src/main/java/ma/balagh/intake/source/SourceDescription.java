package ma.balagh.intake.source;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /sources} and {@code PUT /sources/{id}}. What it may hold is in {@link SourceRules}.
 *
 * @param interval the longest pause between two polls, as ISO 8601 writes it ({@code PT5M})
 * @param jurisdiction where its reports belong when they name no place; the officer's main one if absent
 * @param keywords an item that has one of them is taken in whatever else it says
 * @param enabled whether it is polled or may deliver; it is if absent
 */
record SourceDescription(
        @Nullable String name,
        @Nullable SourceKind kind,
        @Nullable String url,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Duration interval,

        @Nullable String jurisdiction,
        @Nullable List<@Nullable String> keywords,
        @Nullable Boolean enabled) {}
