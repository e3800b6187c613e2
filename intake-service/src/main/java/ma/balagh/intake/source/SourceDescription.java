package ma.balagh.intake.source;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import ma.balagh.http.Jurisdictions;
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
        @Size(max = SourceRules.MAX_NAME) @Nullable String name,
        @Nullable SourceKind kind,
        @Size(max = SourceRules.MAX_URL) @Nullable String url,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Duration interval,

        @Size(max = Jurisdictions.LONGEST) @Nullable String jurisdiction,

        @Size(max = SourceRules.MAX_KEYWORDS) @Nullable
        List<@Nullable @Size(max = SourceRules.MAX_KEYWORD) String> keywords,

        @Nullable Boolean enabled) {}
