package ma.balagh.dispatch.patrol;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A place that is secured in advance, such as a market or the way to a match.
 *
 * @param from when visits may begin
 * @param to when they have to be over
 * @param visits how many there are to be
 * @param reason why the place is secured; crews read it; absent where no reason was given
 */
@Schema(name = "SecuredPlace")
record SecuredPlace(
        @NotBlank @Size(max = 200) String name,

        @NotNull @Min(-90) @Max(90) Double latitude,

        @NotNull @Min(-180) @Max(180) Double longitude,

        @NotNull Instant from,
        @NotNull Instant to,

        @NotNull @Min(1) @Max(48) Integer visits,

        @Size(max = 200) @Nullable String reason) {}
