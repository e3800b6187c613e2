package ma.balagh.dispatch.runcard;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import ma.balagh.http.Jurisdictions;

/**
 * What a run card says.
 *
 * @param jurisdiction where it holds, with all that lies in it, unless that has one of its own
 * @param alarmLevel 1 (one crew) to 3 (everything that can come)
 * @param requirements in the order in which they are filled
 */
record RunCardDescription(
        @NotNull
        @Size(max = Jurisdictions.LONGEST)
        @Pattern(regexp = Jurisdictions.CODE, message = "must be a code such as MA-CAS")
        String jurisdiction,

        @NotNull IncidentType type,

        @NotNull @Min(1) @Max(3) Integer alarmLevel,

        @NotEmpty @Size(max = 10) List<@NotNull @Valid UnitRequirement> requirements) {}
