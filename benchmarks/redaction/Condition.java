import java.util.Random;

/** How heads move and how the clip is spoilt. */
enum Condition {
    STILL((k, s) -> Pose.of(400 + 40 * s, 300, 60)),
    WALKING((k, s) -> Pose.of(200 + 8.0 * k, 280 + 12 * Math.sin(k / 4.0), 60)),
    FAST((k, s) -> Pose.of(640 + 500 * Math.sin(k / 14.0 + s), 300, 70)),
    APPROACHING((k, s) -> Pose.of(500 + k, 300, 26 + 1.6 * k)),
    TILTING((k, s) -> new Pose(600, 320, 70, 50 * Math.sin(k / 10.0), 1, -1000, true)),
    TURNING((k, s) -> new Pose(600 + k, 320, 70, 0, 0.65 + 0.35 * Math.cos(k / 8.0), -1000, true)),
    OCCLUDED((k, s) -> new Pose(640, 320, 60, 0, 1, 300 + 8.0 * k, true)),
    RETURNING((k, s) -> Pose.of(1180 + 140 * Math.sin(k / 12.0), 300, 60)),
    BRIEF((k, s) -> new Pose(500, 300, 60, 0, 1, -1000, k >= 48 && k < 55)),
    SMALL((k, s) -> Pose.of(500 + 2 * k, 300, 22)),
    LARGE((k, s) -> Pose.of(600 + k, 360, 260)),
    DARK((k, s) -> Pose.of(400 + 3 * k, 300, 60)),
    NOISY((k, s) -> Pose.of(400 + 3 * k, 300, 60)),
    BLURRED((k, s) -> Pose.of(400 + 3 * k, 300, 60)),
    LOW_BITRATE((k, s) -> Pose.of(400 + 3 * k, 300, 60));

    private final Way way;

    Condition(Way way) {
        this.way = way;
    }

    private interface Way {
        Pose at(int frame, int seed);
    }

    Pose at(int frame, int seed) {
        return way.at(frame, seed);
    }

    void spoil(byte[] pixels, Random random) {
        for (int k = 0; k < pixels.length; k++) {
            int value = pixels[k] & 0xFF;
            if (this == DARK) {
                value = (int) (value * 0.15 + random.nextGaussian() * 2);
            } else if (this == NOISY) {
                value = (int) (value + random.nextGaussian() * 25);
            }
            pixels[k] = (byte) Math.max(0, Math.min(255, value));
        }
    }
}
