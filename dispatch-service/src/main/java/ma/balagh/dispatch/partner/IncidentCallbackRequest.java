package ma.balagh.dispatch.partner;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import ma.balagh.callback.CallbackService;
import ma.balagh.http.Jurisdictions;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /callbacks}.
 *
 * @param jurisdictions whose incidents the partner wants to be told of, each with what lies in it; all of its token's, if
 *     there are none
 */
record IncidentCallbackRequest(
        @Size(max = CallbackService.LONGEST_URL) @Nullable String url,

        @Size(min = 1, max = 20) @Nullable
        List<
                        @NotNull @Size(max = Jurisdictions.LONGEST)
                        @Pattern(regexp = Jurisdictions.CODE, message = Jurisdictions.EXPECTED) String>
                jurisdictions) {}
