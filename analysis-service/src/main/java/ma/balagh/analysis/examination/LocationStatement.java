package ma.balagh.analysis.examination;

import java.util.Locale;
import java.util.Map;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.FindingResult;
import ma.balagh.analysis.finding.FindingStatement;
import ma.balagh.analysis.finding.LaboratoryMethod;
import ma.balagh.analysis.media.RecordedLocation;
import ma.balagh.analysis.media.RecordingMetadata;

/** Where the metadata say that it was recorded. Facts are degrees (WGS 84), north and east positive. */
enum LocationStatement implements FindingStatement {
    SAYS_WHERE(FindingResult.PASS, "latitude", "longitude"),
    SILENT(FindingResult.UNKNOWN),
    NOT_KNOWN_TO_RECORDER(FindingResult.UNKNOWN),
    NOT_ON_EARTH(FindingResult.FAIL, "latitude", "longitude");

    private final Form form;

    LocationStatement(FindingResult result, String... facts) {
        this.form = new Form(LaboratoryMethod.METADATA_LOCATION, result, facts);
    }

    @Override
    public Form form() {
        return form;
    }

    static Finding of(RecordingMetadata recording) {
        RecordedLocation location = recording.location();
        if (location == null) {
            return SILENT.alone();
        }
        if (location.isNullIsland()) {
            return NOT_KNOWN_TO_RECORDER.alone();
        }
        return (location.isOnEarth() ? SAYS_WHERE : NOT_ON_EARTH)
                .with(Map.of("latitude", degrees(location.latitude()), "longitude", degrees(location.longitude())));
    }

    private static String degrees(double degrees) {
        return String.format(Locale.ROOT, "%.5f", degrees);
    }
}
