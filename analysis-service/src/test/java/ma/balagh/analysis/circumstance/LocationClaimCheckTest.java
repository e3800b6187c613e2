package ma.balagh.analysis.circumstance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.media.ProbeResult;
import ma.balagh.analysis.media.RecordedLocation;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationClaimCheckTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "+33.5950-007.6190/, 33.5945, -7.6187, same",
                "+33.5950-007.6190/, 33.6100, -7.6300, near",
                "+33.5950-007.6190/, 34.0209, -6.8416, far",
                "+33.5950-007.6190/, 33.5731, -7.5898, in-town",
                "+33.595-7.619/, 33.5731, -7.5898, in-town",
                "+33.5950-007.6190/, 33.5950, 7.6190, mixed-up",
                "+33.5950-007.6190/, -7.6190, 33.5950, mixed-up",
                "+33.5950-007.6190/, -, -, no-claim",
                "+33.5950-007.6190/, 33.5950, -, no-claim",
                "+33.5950-007.6190/, 0, 0, claim-unusable",
                "+33.5950-007.6190/, NaN, 200, claim-unusable",
                "+33.5950-007.6190/, 31.7917, -7.0926, claim-unusable",
                "+00.0000+000.0000/, 33.5731, -7.5898, null-island",
                "+37.4220-122.0840/, 33.5731, -7.5898, default-place",
                "+95.0000-190.0000/, 33.5731, -7.5898, not-on-earth",
                "somewhere, 33.5731, -7.5898, no-metadata",
                "-, 33.5731, -7.5898, no-metadata"
            })
    void comparesThePlaceInTheFileWithThatOfTheReport(
            @Nullable String recorded, @Nullable Double latitude, @Nullable Double longitude, String code) {
        assertThat(finding(recorded, new ClaimedCircumstances(null, null, null, null, latitude, longitude))
                        .code())
                .isEqualTo("places.consistency." + code);
    }

    @Test
    void tellsTheDistanceInMetres() {
        assertThat(finding("+33.5731-007.5898/", new ClaimedCircumstances(null, null, null, null, 34.0, -6.83))
                        .facts())
                .containsEntry("distance", "84757");
    }

    @Test
    void leavesANameWithoutCoordinatesToAPerson() {
        assertThat(finding(
                        "+33.5950-007.6190/",
                        new ClaimedCircumstances(null, null, null, "حي المعاريف\u202e", null, null)))
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("places.consistency.only-named");
                    assertThat(finding.facts()).containsEntry("place", "حي المعاريف");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 180, 20015115",
        "90, 0, -90, 0, 20015115",
        "48.8566, 2.3522, 51.5074, -0.1278, 343556",
        "33.5731, -7.5898, 33.5731, -7.5898, 0"
    })
    void measuresOnTheSphere(double aLatitude, double aLongitude, double bLatitude, double bLongitude, double metres) {
        assertThat(GreatCircleDistance.metres(
                        new RecordedLocation(aLatitude, aLongitude), new RecordedLocation(bLatitude, bLongitude)))
                .isCloseTo(metres, within(2.0));
    }

    @Property
    void isAsFarThereAsBack(
            @ForAll @DoubleRange(min = -90, max = 90) double a,
            @ForAll @DoubleRange(min = -180, max = 180) double b,
            @ForAll @DoubleRange(min = -90, max = 90) double c,
            @ForAll @DoubleRange(min = -180, max = 180) double d) {
        double there = GreatCircleDistance.metres(new RecordedLocation(a, b), new RecordedLocation(c, d));
        assertThat(there).isBetween(0.0, 20_015_116.0);
        assertThat(GreatCircleDistance.metres(new RecordedLocation(c, d), new RecordedLocation(a, b)))
                .isCloseTo(there, within(1e-3));
    }

    private static Finding finding(@Nullable String recorded, ClaimedCircumstances claimed) {
        Map<String, String> tags = recorded == null ? Map.of() : Map.of("location", recorded);
        List<Finding> findings = LocationClaimCheck.of(new ProbeResult("mov", 1.0, List.of(), tags), claimed);
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }
}
