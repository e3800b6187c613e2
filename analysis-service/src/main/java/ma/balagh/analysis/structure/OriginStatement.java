package ma.balagh.analysis.structure;

import static ma.balagh.analysis.finding.FindingResult.FAIL;
import static ma.balagh.analysis.finding.FindingResult.PASS;
import static ma.balagh.analysis.finding.FindingResult.UNKNOWN;

import ma.balagh.analysis.finding.FindingResult;
import ma.balagh.analysis.finding.FindingStatement;
import ma.balagh.analysis.finding.LaboratoryMethod;

/**
 * Whether the file is as a camera wrote it, and if not, who wrote it. What platforms and messengers pass on is a copy,
 * as nearly every file is that comes in: how its original was cannot be told from it.
 */
enum OriginStatement implements FindingStatement {
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

    OriginStatement(FindingResult result, String... facts) {
        this.form = new Form(LaboratoryMethod.STRUCTURE_ORIGIN, result, facts);
    }

    @Override
    public Form form() {
        return form;
    }
}
