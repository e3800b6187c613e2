package ma.balagh.dispatch.unit;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Where a unit waits when nothing else is to be done.
 *
 * @param latitude degrees north, WGS 84
 * @param longitude degrees east, WGS 84
 */
@Embeddable
public record HomePost(
        @Column(name = "home_name") @NotBlank @Size(max = 200)
        String name,

        @Column(name = "home_latitude") @NotNull @Min(-90) @Max(90)
        Double latitude,

        @Column(name = "home_longitude") @NotNull @Min(-180) @Max(180)
        Double longitude) {}
