package ma.balagh.analysis.finding;

import java.util.Set;

/** Where a finding stands before somebody who reads an examination, in this order. */
public enum FindingGroup {
    /** The file, or who signed it, says that a computer made what it shows. */
    DECLARATION,
    /** It contradicts itself or the report, was changed, or is damaged. */
    CONTRADICTION,
    /** Something was seen that happens to honest recordings, too; a person weighs it. */
    OBSERVATION,
    /** What was looked at is as in a recording that nobody touched. */
    CONFIRMATION,
    /** The method cannot say. */
    UNKNOWN;

    /** With which the last part of the code of each declaration begins. */
    private static final String DECLARED = ".generated";

    /**
     * Statements that say what was seen, though their result is {@code UNKNOWN}, or {@code FAIL} for the picture's
     * quality.
     */
    static final Set<String> OBSERVATIONS = Set.of(
            "media.decoding.part-shown",
            "media.decoding.fewer-than-packets",
            "media.duration.last-picture-stands",
            "media.duration.not-claimed",
            "structure.origin.camera-named",
            "structure.origin.device-named",
            "structure.origin.like-camera",
            "structure.origin.like-copy",
            "structure.origin.platform-copy",
            "structure.origin.messenger-copy",
            "structure.origin.encoder-output",
            "structure.consistency.layout-unusual",
            "structure.consistency.brand-replaced",
            "structure.consistency.damaged",
            "times.consistency.clock-miscounted",
            "times.consistency.modified-later",
            "times.consistency.newer-than-claimed",
            "times.consistency.old-when-published",
            "places.consistency.near",
            "places.consistency.mixed-up",
            "credentials.content.removed",
            "credentials.content.elsewhere",
            "credentials.content.several",
            "credentials.content.expired",
            "credentials.content.partly-covered",
            "coding.compression.compressed-before",
            "coding.frames.times-dropped",
            "coding.frames.times-repeated",
            "coding.frames.rate-converted",
            "coding.frames.rate-converted-possibly",
            "coding.frames.keyframes-out-of-step",
            "coding.frames.picture-cut-possibly",
            "coding.frames.picture-standing",
            "sound.track.absent",
            "sound.track.empty",
            "sound.track.ends-late",
            "sound.track.gap-possibly",
            "sound.track.silent-parts",
            "picture.quality.dark",
            "picture.quality.overexposed",
            "picture.quality.blurred",
            "picture.quality.small",
            "picture.quality.plain",
            "picture.screen.framed",
            "picture.size.size-unusual",
            "picture.text.overlaid");

    public static FindingGroup of(Finding finding) {
        if (finding.code().startsWith(finding.method() + DECLARED)) {
            return DECLARATION;
        }
        if (OBSERVATIONS.contains(finding.code()) || isUnreadable(finding)) {
            return OBSERVATION;
        }
        return switch (finding.result()) {
            case PASS -> CONFIRMATION;
            case FAIL -> CONTRADICTION;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** That a file is no medium, or could not be examined, contradicts nothing. */
    private static boolean isUnreadable(Finding finding) {
        return finding.result() == FindingResult.FAIL
                && (finding.method().equals(LaboratoryMethod.MEDIA_CONTAINER.id())
                        || finding.method().equals(LaboratoryMethod.EXAMINATION_COMPLETION.id()));
    }
}
