package ma.balagh.analysis.structure;

import static ma.balagh.analysis.finding.Result.FAIL;
import static ma.balagh.analysis.finding.Result.PASS;
import static ma.balagh.analysis.finding.Result.UNKNOWN;

import ma.balagh.analysis.finding.Method;
import ma.balagh.analysis.finding.Result;
import ma.balagh.analysis.finding.Statement;

/**
 * Whether the file is as a camera wrote it, and if not, who wrote it. What platforms and messengers pass on is a copy,
 * as nearly every file is that comes in: how its original was cannot be told from it.
 */
enum OriginStatement implements Statement {
    /** The file names a camera, and is laid out in all as that camera does. */
    CAMERA_ORIGINAL(PASS, "writer", "traces"),
    /** It names a camera that lays out files otherwise. */
    CAMERA_NAMED(UNKNOWN, "writer", "traces", "against"),
    /** It names a device whose way of writing is not known here. */
    DEVICE_NAMED(UNKNOWN, "writer", "traces"),
    LIKE_CAMERA(UNKNOWN, "writer", "traces"),
    LIKE_COPY(UNKNOWN, "writer", "traces"),
    GENERATED(FAIL, "writer", "traces"),
    SCREEN_RECORDING(FAIL, "writer", "traces"),
    EDITOR_OUTPUT(FAIL, "writer", "traces"),
    PLATFORM_COPY(UNKNOWN, "writer", "traces"),
    MESSENGER_COPY(UNKNOWN, "writer", "traces"),
    ENCODER_OUTPUT(UNKNOWN, "writer", "traces"),
    UNRECOGNISED(UNKNOWN, "container", "traces");

    private final Form form;

    OriginStatement(Result result, String... facts) {
        this.form = new Form(Method.STRUCTURE_ORIGIN, result, facts);
    }

    @Override
    public Form form() {
        return form;
    }
}
