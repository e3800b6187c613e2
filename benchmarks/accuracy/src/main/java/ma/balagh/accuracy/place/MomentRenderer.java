package ma.balagh.accuracy.place;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import ma.balagh.accuracy.media.FfmpegRunner;
import ma.balagh.accuracy.place.MovingSprite.Waypoint;

/** Draws a moment before a background, with the noise of a sensor, as a video. */
final class MomentRenderer {

    private static final int RATE = 15;
    /** Standard deviation of a pixel's noise, of 255. */
    private static final double NOISE = 3;

    private final PlaceBackground background;
    private final DrawnMoment moment;
    private final SplittableRandom random;

    MomentRenderer(PlaceBackground background, DrawnMoment moment) {
        this.background = background;
        this.moment = moment;
        this.random = new SplittableRandom(
                31L * background.place().hashCode() + moment.name().hashCode());
    }

    /** Writes {@code <place>.<moment>.mp4}. */
    void render(Path folder) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of(
                "-f",
                "rawvideo",
                "-pix_fmt",
                "bgr24",
                "-s",
                PlaceBackground.WIDTH + "x" + PlaceBackground.HEIGHT,
                "-r",
                String.valueOf(RATE),
                "-i",
                "-"));
        arguments.addAll(List.of(FfmpegRunner.h264(quality()).split(" ")));
        Path file = folder.resolve(background.place() + "." + moment.label() + ".mp4");
        FfmpegRunner.write(arguments, file, this::frames);
    }

    /** A constant rate factor from 24 to 33, so that moments do not share their compression. */
    private int quality() {
        return 24 + Math.floorMod(moment.name().hashCode(), 10);
    }

    private void frames(OutputStream out) throws IOException {
        byte[] noise = noise();
        for (int frame = 0; frame < DrawnMoment.SECONDS * RATE; frame++) {
            byte[] pixels = pixels((double) frame / RATE);
            int shift = random.nextInt(noise.length);
            for (int k = 0; k < pixels.length; k++) {
                double light = moment.light() * (pixels[k] & 0xff);
                pixels[k] = (byte) Math.clamp(Math.round(light + noise[(shift + k) % noise.length]), 0, 255);
            }
            out.write(pixels);
        }
    }

    private byte[] pixels(double seconds) {
        BufferedImage picture = background.copy();
        Graphics2D drawing = PlaceBackground.drawing(picture);
        AffineTransform still = drawing.getTransform();
        for (MovingSprite actor : moment.actors()) {
            Waypoint at = actor.at(seconds);
            drawing.translate(at.x() * PlaceBackground.WIDTH, at.y() * PlaceBackground.HEIGHT);
            actor.sprite().draw(drawing, seconds);
            drawing.setTransform(still);
        }
        return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    }

    /** Of a length that no row of pixels repeats soon. */
    private byte[] noise() {
        byte[] noise = new byte[1_000_003];
        for (int k = 0; k < noise.length; k++) {
            noise[k] = (byte) Math.clamp(Math.round(NOISE * random.nextGaussian()), -100, 100);
        }
        return noise;
    }
}
