package ma.balagh.analysis.picture;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.media.ProbeResult;
import ma.balagh.analysis.media.RecordingMetadata;

/**
 * Whether a video that names the device which recorded it has a size that such devices record. They have few; platforms,
 * messengers and editors scale to others.
 *
 * <p>The sizes are those of Android's quality levels (CamcorderProfile, android.hardware.camera2 documentation), of
 * Apple's capture presets (AVCaptureSession.Preset) and of the modes that makers of phones and action cameras list in
 * their manuals: squares, four by three, and the full screen of tall phones.
 *
 * @param wide pixels of the longer side
 * @param high pixels of the shorter side
 */
record RecordingSize(int wide, int high) {

    private static final Set<RecordingSize> KNOWN = Set.of(
            new RecordingSize(176, 144),
            new RecordingSize(320, 240),
            new RecordingSize(352, 288),
            new RecordingSize(480, 360),
            new RecordingSize(640, 480),
            new RecordingSize(720, 480),
            new RecordingSize(720, 576),
            new RecordingSize(960, 540),
            new RecordingSize(960, 720),
            new RecordingSize(1080, 1080),
            new RecordingSize(1280, 720),
            new RecordingSize(1280, 960),
            new RecordingSize(1440, 1080),
            new RecordingSize(1440, 1440),
            new RecordingSize(1920, 1080),
            new RecordingSize(1920, 1088),
            new RecordingSize(1920, 1440),
            new RecordingSize(2048, 1080),
            new RecordingSize(2288, 1080),
            new RecordingSize(2320, 1080),
            new RecordingSize(2336, 1080),
            new RecordingSize(2400, 1080),
            new RecordingSize(2560, 1440),
            new RecordingSize(2704, 1520),
            new RecordingSize(2704, 2028),
            new RecordingSize(2720, 1530),
            new RecordingSize(3840, 2160),
            new RecordingSize(3840, 2880),
            new RecordingSize(4000, 3000),
            new RecordingSize(4096, 2160),
            new RecordingSize(5120, 2880),
            new RecordingSize(5312, 2988),
            new RecordingSize(7680, 4320));

    /** Nothing for a photo, and where no device is named. */
    static Optional<Finding> finding(ProbeResult probe) {
        String device = RecordingMetadata.of(probe).device();
        if (device == null || probe.isStill()) {
            return Optional.empty();
        }
        return probe.picture().map(picture -> {
            var size = new RecordingSize(
                    Math.max(picture.width(), picture.height()), Math.min(picture.width(), picture.height()));
            return (KNOWN.contains(size) ? PictureStatement.AS_RECORDED : PictureStatement.SIZE_UNUSUAL)
                    .with(Map.of(
                            "width", Integer.toString(picture.width()),
                            "height", Integer.toString(picture.height()),
                            "device", device));
        });
    }
}
