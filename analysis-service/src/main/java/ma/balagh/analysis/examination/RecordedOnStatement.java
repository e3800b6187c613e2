package ma.balagh.analysis.examination;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.FindingResult;
import ma.balagh.analysis.finding.FindingStatement;
import ma.balagh.analysis.finding.LaboratoryMethod;
import ma.balagh.analysis.media.RecordingMetadata;
import org.jspecify.annotations.Nullable;

/** When and with what the metadata say that it was recorded. */
enum RecordedOnStatement implements FindingStatement {
    SAYS_WHEN(FindingResult.PASS),
    SAYS_WHEN_WITHOUT_ZONE(FindingResult.PASS),
    SAYS_WITH_WHAT(FindingResult.PASS),
    /** Only when a program wrote the file, after the recording. */
    WRITTEN_ON(FindingResult.UNKNOWN),
    SILENT(FindingResult.UNKNOWN),
    CLOCK_NOT_SET(FindingResult.UNKNOWN),
    IN_THE_FUTURE(FindingResult.FAIL);

    /** Clocks of recorders go wrong; by more than a day they lie. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofDays(1);

    /** Before it no phone recorded a video: unset clocks say 1904, 1970 or 1980. */
    private static final Instant EARLIEST = Instant.parse("1995-01-01T00:00:00Z");

    private final Form form;

    /** The time as ISO 8601, in UTC where its zone is known; each fact empty where the metadata do not say. */
    RecordedOnStatement(FindingResult result) {
        this.form = new Form(
                LaboratoryMethod.METADATA_RECORDED_ON, result, "recorded", "device", "software", "system", "writer");
    }

    @Override
    public Form form() {
        return form;
    }

    static Finding of(RecordingMetadata recording, Instant now) {
        return statement(recording, now)
                .with(Map.of(
                        "recorded", told(recording.clock() == null ? recording.at() : recording.clock()),
                        "device", told(recording.device()),
                        "software", told(recording.software()),
                        "system", told(recording.system()),
                        "writer", told(recording.writer())));
    }

    private static RecordedOnStatement statement(RecordingMetadata recording, Instant now) {
        Instant at = recording.approximately();
        if (at == null) {
            return recording.isSilent() ? SILENT : SAYS_WITH_WHAT;
        }
        if (at.isAfter(now.plus(CLOCK_TOLERANCE))) {
            return IN_THE_FUTURE;
        }
        if (at.isBefore(EARLIEST)) {
            return CLOCK_NOT_SET;
        }
        if (recording.writer() != null) {
            return WRITTEN_ON;
        }
        return recording.clock() == null ? SAYS_WHEN : SAYS_WHEN_WITHOUT_ZONE;
    }

    private static String told(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
