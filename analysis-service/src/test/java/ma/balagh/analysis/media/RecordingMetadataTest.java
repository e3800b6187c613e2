package ma.balagh.analysis.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingMetadataTest {

    @ParameterizedTest
    @CsvSource({
        "+33.5731-007.5898/, 33.5731, -7.5898",
        "+33.5731-007.5898+020.000/, 33.5731, -7.5898",
        "+3334.386-00735.388/, 33.5731, -7.5898",
        "+333423.16-0073523.28/, 33.5731, -7.5898",
        "-00.0000+000.0000/, 0, 0",
        "+95.0000-190.0000/, 95, -190"
    })
    void readsPlacesInEachFormOfIso6709(String text, double latitude, double longitude) {
        assertThat(recording(Map.of("location", text)).location()).satisfies(location -> {
            assertThat(location.latitude()).isCloseTo(latitude, within(1e-4));
            assertThat(location.longitude()).isCloseTo(longitude, within(1e-4));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Casablanca", "33.57,-7.58", "+33", "+33.5731-"})
    void readsNoPlaceFromAnythingElse(String text) {
        assertThat(recording(Map.of("location", text)).location()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2016-07-30T22:15:00+0100", "2016-07-30T21:15:00.000000Z", "2016-07-30T22:15:00+01:00"})
    void readsTimesAsRecordersWriteThem(String text) {
        assertThat(recording(Map.of("creation_time", text)).at()).isEqualTo(Instant.parse("2016-07-30T21:15:00Z"));
    }

    @Test
    void prefersWhatAPhoneWroteToWhatTheContainerSays() {
        // When
        RecordingMetadata recording = recording(Map.of(
                "com.apple.quicktime.creationdate", "2016-07-30T22:15:00+0100",
                "creation_time", "2020-01-01T00:00:00Z",
                "com.apple.quicktime.make", "Apple",
                "com.apple.quicktime.model", "iPhone 6"));

        // Then
        assertThat(recording.at()).isEqualTo(Instant.parse("2016-07-30T21:15:00Z"));
        assertThat(recording.device()).isEqualTo("Apple iPhone 6");
        assertThat(recording.isSilent()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "com.android.version, 12, Samsung, Android 12, none",
                "com.apple.quicktime.software, 16.1, Apple, iOS 16.1, none",
                "com.apple.quicktime.software, macOS 14.6.1 (23G93), Apple, macOS 14.6.1 (23G93), none",
                "com.apple.quicktime.software, Photos 3.0, Apple, none, Photos 3.0",
                "software, 9.3, Apple, iOS 9.3, none",
                "software, Snapseed 2.0, Google, none, Snapseed 2.0",
                "software, 9.3, Somebody, none, 9.3"
            })
    void tellsTheSystemOfADeviceFromAProgram(
            String key, String value, String maker, @Nullable String system, @Nullable String software) {
        // When
        RecordingMetadata recording = recording(Map.of(key, value, "make", maker));

        // Then
        assertThat(recording.system()).isEqualTo(system);
        assertThat(recording.software()).isEqualTo(software);
    }

    @Test
    void namesSystemAndProgramWhereBothAreThere() {
        // When
        RecordingMetadata recording = recording(Map.of("com.android.version", "10", "encoder", "Lavf58.29.100"));

        // Then
        assertThat(recording.system()).isEqualTo("Android 10");
        assertThat(recording.software()).isEqualTo("Lavf58.29.100");
    }

    @Test
    void keepsControlCharactersAndNovelsOut() {
        // When
        RecordingMetadata recording =
                recording(Map.of("make", "A\u0000\n\u001b[31m\uFFFE\uFFFFB" + "x".repeat(10_000)));

        // Then
        assertThat(recording.device())
                .hasSizeLessThanOrEqualTo(120)
                .doesNotContain("\u001b", "\n", "\u0000", "\uFFFE", "\uFFFF");
    }

    private static RecordingMetadata recording(Map<String, String> tags) {
        return RecordingMetadata.of(new ProbeResult("mov", 1.0, List.of(), tags));
    }
}
