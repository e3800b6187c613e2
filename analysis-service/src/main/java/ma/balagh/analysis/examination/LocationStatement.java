package ma.balagh.analysis.examination;

import java.util.Locale;
import java.util.Map;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.Method;
import ma.balagh.analysis.finding.Result;
import ma.balagh.analysis.finding.Statement;
import ma.balagh.analysis.media.Location;
import ma.balagh.analysis.media.Recording;

/** Where the metadata say that it was recorded. Facts are degrees (WGS 84), north and east positive. */
enum LocationStatement implements Statement {
    SAYS_WHERE(Result.PASS, "latitude", "longitude"),
    SILENT(Result.UNKNOWN),
    NOT_KNOWN_TO_RECORDER(Result.UNKNOWN),
    NOT_ON_EARTH(Result.FAIL, "latitude", "longitude");

    private final Form form;

    LocationStatement(Result result, String... facts) {
        this.form = new Form(Method.METADATA_LOCATION, result, facts);
    }

    @Override
    public Form form() {
        return form;
    }

    static Finding of(Recording recording) {
        Location location = recording.location();
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
