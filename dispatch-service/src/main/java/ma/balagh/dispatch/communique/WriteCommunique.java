package ma.balagh.dispatch.communique;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.http.Jurisdictions;
import org.jspecify.annotations.Nullable;

/**
 * What a communiqué is to say.
 *
 * @param texts absent for those of the template
 * @param incidentIds what it is drafted from; needed for CASE
 * @param from the beginning of the first month that FIGURES are of; absent for the month before {@code to}
 * @param to the end of the last month; absent for the last one that is published
 * @param alert needed for ALERT, and for nothing else
 * @param embargoUntil not to be published before; absent for as soon as it is approved
 * @param corrects the published communiqué that it takes the place of
 */
record WriteCommunique(
        @NotNull
        @Size(max = Jurisdictions.LONGEST)
        @Pattern(regexp = Jurisdictions.CODE, message = Jurisdictions.EXPECTED)
        String jurisdiction,

        @NotNull CommuniqueKind kind,

        @Valid @Nullable CommuniqueTexts texts,

        @Size(max = 20) @Nullable List<@NotNull UUID> incidentIds,

        @Nullable Instant from,

        @Nullable Instant to,

        @Valid @Nullable AlertDetails alert,

        @Nullable Instant embargoUntil,

        @Nullable UUID corrects) {

    List<UUID> incidents() {
        return incidentIds == null ? List.of() : incidentIds.stream().distinct().toList();
    }
}
