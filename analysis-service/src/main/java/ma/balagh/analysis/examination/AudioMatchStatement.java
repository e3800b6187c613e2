package ma.balagh.analysis.examination;

import java.util.Locale;
import java.util.Map;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.FindingResult;
import ma.balagh.analysis.finding.FindingStatement;
import ma.balagh.analysis.finding.LaboratoryMethod;
import ma.balagh.analysis.sound.SoundFingerprint;

/** Whether the sound could be compared with other sounds; what was found stands in the matches alone. */
enum AudioMatchStatement implements FindingStatement {
    COMPARED(FindingResult.PASS, "seconds"),
    /** More media sound the same than are kept as matches. */
    OFTEN_HEARD(FindingResult.PASS, "seconds", "media", "kept"),
    /** Silence and lasting tones are in many media, and tell none from another. */
    NOTHING_TO_TELL(FindingResult.UNKNOWN),
    /** The installed FFmpeg is built without Chromaprint. */
    NOT_POSSIBLE(FindingResult.UNKNOWN);

    private final Form form;

    AudioMatchStatement(FindingResult result, String... facts) {
        this.form = new Form(LaboratoryMethod.SOUND_COMPARISON, result, facts);
    }

    @Override
    public Form form() {
        return form;
    }

    static Finding of(SoundFingerprint sound, boolean isPossible) {
        if (!isPossible) {
            return NOT_POSSIBLE.alone();
        }
        return sound.isLively(0, sound.seconds())
                ? COMPARED.with(Map.of("seconds", seconds(sound)))
                : NOTHING_TO_TELL.alone();
    }

    /** Instead of what was said before it was compared. */
    static Finding oftenHeard(SoundFingerprint sound, int media, int kept) {
        return OFTEN_HEARD.with(
                Map.of("seconds", seconds(sound), "media", Integer.toString(media), "kept", Integer.toString(kept)));
    }

    private static String seconds(SoundFingerprint sound) {
        return String.format(Locale.ROOT, "%.0f", sound.seconds());
    }
}
