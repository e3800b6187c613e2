package ma.balagh.analysis.examination;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.Method;
import ma.balagh.analysis.finding.Result;
import ma.balagh.analysis.finding.Statement;
import ma.balagh.analysis.media.Decoding;
import ma.balagh.analysis.media.Probe;

/** How long the container claims to be, and whether that is so. Both facts are seconds. */
enum DurationStatement implements Statement {
    SINGLE_PICTURE(Result.PASS),
    CLAIMED(Result.PASS, "claimed"),
    NOT_CLAIMED(Result.UNKNOWN, "decoded"),
    LONGER_THAN_CLAIMED(Result.FAIL, "claimed", "decoded");

    /** Seconds by which honest containers are wrong about their length. */
    private static final double TOLERANCE = 1;

    private final Result result;
    private final Set<String> facts;

    DurationStatement(Result result, String... facts) {
        this.result = result;
        this.facts = Set.of(facts);
    }

    static Finding of(Probe probe, Decoding decoding) {
        if (probe.isStill()) {
            return SINGLE_PICTURE.alone();
        }
        Double claimed = probe.duration();
        String decoded = seconds(decoding.seconds());
        if (claimed == null) {
            return NOT_CLAIMED.with(Map.of("decoded", decoded));
        }
        return decoding.seconds() > claimed + TOLERANCE
                ? LONGER_THAN_CLAIMED.with(Map.of("claimed", seconds(claimed), "decoded", decoded))
                : CLAIMED.with(Map.of("claimed", seconds(claimed)));
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f", seconds);
    }

    @Override
    public Method method() {
        return Method.MEDIA_DURATION;
    }

    @Override
    public Result result() {
        return result;
    }

    @Override
    public Set<String> facts() {
        return facts;
    }
}
