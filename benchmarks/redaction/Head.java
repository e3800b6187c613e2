import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import ma.balagh.analysis.redaction.PicturePart;

/** A head to be put into pictures, with the box from the eyes to the mouth in pixels. */
record Head(BufferedImage image, double x, double y, double width, double height) {

    private static final int GRID = 8;

    static Head of(Path file) throws IOException {
        String[] parts = file.getFileName().toString().split("\\.");
        double[] box = Arrays.stream(parts[parts.length - 2].split("-")).mapToDouble(Double::parseDouble).toArray();
        return new Head(ImageIO.read(file.toFile()), box[0], box[1], box[2], box[3]);
    }

    /** The box from the eyes to the mouth is about half as wide as a face. */
    double scale(Pose pose) {
        return pose.face() / (1.8 * width);
    }

    AffineTransform placed(Pose pose) {
        AffineTransform placed = AffineTransform.getTranslateInstance(pose.x(), pose.y());
        placed.rotate(Math.toRadians(pose.tilt()));
        placed.scale(scale(pose) * pose.squeeze(), scale(pose));
        placed.translate(-(x + width / 2), -(y + height / 2));
        return placed;
    }

    void draw(BufferedImage picture, Pose pose, boolean blurred) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        if (pose.shown()) {
            BufferedImage head = soft(blurred ? Math.min(scale(pose), 20 / (1.8 * width)) : scale(pose));
            AffineTransform placed = placed(pose);
            placed.scale((double) image.getWidth() / head.getWidth(), (double) image.getHeight() / head.getHeight());
            graphics.drawImage(head, placed, null);
        }
        graphics.setColor(new Color(70, 80, 90));
        graphics.fillRect((int) pose.barX(), 0, Pose.BAR, ComposedClip.HEIGHT);
        graphics.dispose();
    }

    /** The head in about its final size, an ellipse with soft edges. */
    private BufferedImage soft(double scale) {
        int columns = (int) Math.max(8, Math.min(1, scale) * image.getWidth());
        int rows = (int) Math.max(8, Math.min(1, scale) * image.getHeight());
        BufferedImage small = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = small.createGraphics();
        graphics.drawImage(image.getScaledInstance(columns, rows, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        graphics.dispose();
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                double distance = Math.hypot((x + 0.5) / columns * 2 - 1, (y + 0.5) / rows * 2 - 1);
                int alpha = (int) (255 * Math.max(0, Math.min(1, (1 - distance) * 8)));
                small.setRGB(x, y, alpha << 24 | small.getRGB(x, y) & 0xFFFFFF);
            }
        }
        return small;
    }

    /** Half of the face or more can be seen. */
    boolean isVisible(Pose pose) {
        return points(pose).filter(point -> pose.isSeen(point)).count() * 2 >= (GRID + 1) * (GRID + 1);
    }

    boolean isHidden(Pose pose, List<PicturePart> parts) {
        return points(pose).filter(point -> pose.isSeen(point)).allMatch(point -> parts.stream()
                .anyMatch(part -> point.getX() >= part.left() * ComposedClip.WIDTH && point.getX() <= part.right() * ComposedClip.WIDTH
                        && point.getY() >= part.top() * ComposedClip.HEIGHT && point.getY() <= part.bottom() * ComposedClip.HEIGHT));
    }

    private Stream<Point2D> points(Pose pose) {
        AffineTransform placed = placed(pose);
        return IntStream.range(0, (GRID + 1) * (GRID + 1)).mapToObj(k -> placed.transform(
                new Point2D.Double(x + width * (k % (GRID + 1)) / GRID, y + height * (k / (GRID + 1)) / GRID), null));
    }
}
