package ma.balagh.accuracy.place;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import ma.balagh.accuracy.media.FfmpegRunner;
import ma.balagh.accuracy.media.VideoClip;

/** What stands behind all moments of one place. */
record PlaceBackground(String place, BufferedImage picture) {

    static final int WIDTH = 480;
    static final int HEIGHT = 270;

    /** A street: houses with windows above a pavement and a road. */
    static PlaceBackground street() {
        BufferedImage picture = blank();
        var random = new SplittableRandom(11);
        Graphics2D drawing = picture.createGraphics();
        fill(drawing, new Color(165, 186, 205), 0, 0, WIDTH, HEIGHT);
        for (int x = 0; x < WIDTH; ) {
            int width = random.nextInt(60, 110);
            int top = random.nextInt(15, 60);
            int shade = random.nextInt(90, 190);
            fill(drawing, new Color(shade, shade - 20, shade - 45), x, top, width, HEIGHT);
            for (int wx = x + 8; wx < x + width - 14; wx += 22) {
                for (int wy = top + 10; wy < 125; wy += 26) {
                    int glass = random.nextInt(30, 110);
                    fill(drawing, new Color(glass, glass + 10, glass + 25), wx, wy, 12, 16);
                }
            }
            x += width;
        }
        fill(drawing, new Color(138, 136, 130), 0, 150, WIDTH, 45);
        fill(drawing, new Color(78, 78, 82), 0, 195, WIDTH, HEIGHT);
        for (int x = 10; x < WIDTH; x += 70) {
            fill(drawing, new Color(210, 210, 200), x, 232, 34, 4);
        }
        return new PlaceBackground("drawn-street", grained(picture, random));
    }

    /** A shop: shelves with goods above a counter and a tiled floor. */
    static PlaceBackground shop() {
        BufferedImage picture = blank();
        var random = new SplittableRandom(12);
        Graphics2D drawing = picture.createGraphics();
        fill(drawing, new Color(196, 190, 172), 0, 0, WIDTH, HEIGHT);
        for (int shelf = 18; shelf < 130; shelf += 36) {
            for (int x = 6; x < WIDTH; ) {
                int width = random.nextInt(8, 24);
                int height = random.nextInt(12, 28);
                fill(
                        drawing,
                        new Color(random.nextInt(40, 230), random.nextInt(40, 230), random.nextInt(40, 230)),
                        x,
                        shelf + 28 - height,
                        width,
                        height);
                x += width + 3;
            }
            fill(drawing, new Color(96, 66, 40), 0, shelf + 28, WIDTH, 5);
        }
        for (int x = 0; x < WIDTH; x += 30) {
            for (int y = 165; y < HEIGHT; y += 30) {
                int shade = 120 + ((x + y) / 30 % 2) * 50 + random.nextInt(15);
                fill(drawing, new Color(shade, shade, shade - 8), x, y, 30, 30);
            }
        }
        fill(drawing, new Color(110, 78, 48), 330, 130, 150, 70);
        return new PlaceBackground("drawn-shop", grained(picture, random));
    }

    /** The first picture of a clip. */
    static PlaceBackground of(VideoClip clip, Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("background.png");
        FfmpegRunner.write(
                List.of(
                        "-i",
                        clip.file().toString(),
                        "-frames:v",
                        "1",
                        "-vf",
                        "scale=%d:%d:force_original_aspect_ratio=increase,crop=%1$d:%2$d".formatted(WIDTH, HEIGHT)),
                file);
        BufferedImage picture = blank();
        BufferedImage read = ImageIO.read(file.toFile());
        picture.createGraphics().drawImage(read, 0, 0, null);
        Files.delete(file);
        return new PlaceBackground("drawn-" + clip.stem().replace('.', '-'), picture);
    }

    private static BufferedImage blank() {
        return new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    }

    /** A copy to draw on. */
    BufferedImage copy() {
        BufferedImage copy = blank();
        copy.createGraphics().drawImage(picture, 0, 0, null);
        return copy;
    }

    static Graphics2D drawing(BufferedImage picture) {
        Graphics2D drawing = picture.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return drawing;
    }

    private static void fill(Graphics2D drawing, Color colour, int x, int y, int width, int height) {
        drawing.setColor(colour);
        drawing.fillRect(x, y, width, height);
    }

    /** With the uneven surfaces that real places have. */
    private static BufferedImage grained(BufferedImage picture, SplittableRandom random) {
        for (int x = 0; x < WIDTH; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                int grain = random.nextInt(-9, 10);
                Color colour = new Color(picture.getRGB(x, y));
                picture.setRGB(
                        x,
                        y,
                        new Color(
                                        Math.clamp(colour.getRed() + grain, 0, 255),
                                        Math.clamp(colour.getGreen() + grain, 0, 255),
                                        Math.clamp(colour.getBlue() + grain, 0, 255))
                                .getRGB());
            }
        }
        return picture;
    }
}
