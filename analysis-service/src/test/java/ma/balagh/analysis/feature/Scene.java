package ma.balagh.analysis.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A picture of shaded discs of many sizes, which can be drawn at any scale. */
public final class Scene {

    private record Disc(double x, double y, double radius, double grey) {}

    private final List<Disc> discs = new ArrayList<>();
    private final int width;
    private final int height;

    private Scene(int width, int height) {
        this.width = width;
        this.height = height;
    }

    public static Scene of(int seed, int width, int height) {
        var random = new Random(seed);
        var scene = new Scene(width, height);
        for (int k = 0; k < 160; k++) {
            scene.discs.add(new Disc(
                    random.nextDouble(width),
                    random.nextDouble(height),
                    3 + random.nextDouble(1) * random.nextDouble(1) * 30,
                    random.nextDouble(20, 235)));
        }
        return scene;
    }

    public byte[] drawn() {
        return drawn(width, height, 1, 0, 0);
    }

    /** Enlarged by the scale, then shifted. */
    public byte[] drawn(int columns, int rows, double scale, double shiftX, double shiftY) {
        var luma = new byte[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double x = (column - shiftX) / scale;
                double y = (row - shiftY) / scale;
                double grey = 128;
                for (Disc disc : discs) {
                    double distance = Math.hypot(x - disc.x(), y - disc.y());
                    double share = Math.clamp((disc.radius() - distance) * scale + 0.5, 0, 1);
                    grey += share * (disc.grey() - grey);
                }
                luma[row * columns + column] = (byte) Math.round(grey);
            }
        }
        return luma;
    }
}
