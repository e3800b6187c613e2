package ma.balagh.analysis.examination;

import java.util.Map;
import java.util.Set;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.Method;
import ma.balagh.analysis.finding.Result;
import ma.balagh.analysis.finding.Statement;
import ma.balagh.analysis.media.Decoding;

/** Whether the whole picture could be decoded. */
enum DecodingStatement implements Statement {
    WHOLE(Result.PASS),
    STOPPED(Result.UNKNOWN),
    DAMAGED(Result.FAIL);

    private final Result result;

    DecodingStatement(Result result) {
        this.result = result;
    }

    static Finding of(Decoding decoding) {
        return statement(decoding)
                .with(Map.of(
                        "frames", Integer.toString(decoding.frames()), "errors", String.join("; ", decoding.errors())));
    }

    private static DecodingStatement statement(Decoding decoding) {
        if (decoding.complete() && decoding.errors().isEmpty()) {
            return WHOLE;
        }
        return decoding.timedOut() ? STOPPED : DAMAGED;
    }

    @Override
    public Method method() {
        return Method.MEDIA_DECODING;
    }

    @Override
    public Result result() {
        return result;
    }

    /** The errors are the decoder's own words. */
    @Override
    public Set<String> facts() {
        return Set.of("frames", "errors");
    }
}
