package ma.balagh.accuracy.place;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** What is drawn before a background, around the origin, at some second. */
@FunctionalInterface
interface DrawnSprite {

    void draw(Graphics2D picture, double seconds);

    /** Somebody who walks; {@code stride} in steps a second. */
    static DrawnSprite person(Color clothes, double height, double stride, double phase) {
        return (picture, seconds) -> {
            double swing = Math.sin(2 * Math.PI * stride * seconds + phase) * height * 0.13;
            picture.setStroke(new BasicStroke((float) (height * 0.09), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            picture.setColor(clothes.darker().darker());
            picture.draw(new Line2D.Double(0, height * 0.08, swing, height * 0.5));
            picture.draw(new Line2D.Double(0, height * 0.08, -swing, height * 0.5));
            picture.setColor(clothes);
            picture.fill(new RoundRectangle2D.Double(
                    -height * 0.12, -height * 0.3, height * 0.24, height * 0.42, height * 0.1, height * 0.1));
            picture.setColor(clothes.darker());
            picture.draw(new Line2D.Double(0, -height * 0.22, -swing, height * 0.06));
            picture.setColor(new Color(198, 156, 125));
            picture.fill(new Ellipse2D.Double(-height * 0.08, -height * 0.5, height * 0.16, height * 0.19));
        };
    }

    static DrawnSprite car(Color paint, double length) {
        return (picture, seconds) -> {
            picture.setColor(paint.darker());
            picture.fill(new RoundRectangle2D.Double(
                    -length * 0.28, -length * 0.3, length * 0.55, length * 0.25, length * 0.2, length * 0.2));
            picture.setColor(new Color(150, 175, 190));
            picture.fill(new Rectangle2D.Double(-length * 0.2, -length * 0.26, length * 0.17, length * 0.13));
            picture.fill(new Rectangle2D.Double(length * 0.02, -length * 0.26, length * 0.17, length * 0.13));
            picture.setColor(paint);
            picture.fill(new RoundRectangle2D.Double(
                    -length / 2, -length * 0.13, length, length * 0.2, length * 0.1, length * 0.1));
            picture.setColor(new Color(25, 25, 28));
            for (int side = -1; side <= 1; side += 2) {
                picture.fill(
                        new Ellipse2D.Double(side * length * 0.3 - length * 0.08, 0, length * 0.16, length * 0.16));
            }
        };
    }

    static DrawnSprite bag(Color colour, double size) {
        return (picture, seconds) -> {
            picture.setColor(colour);
            picture.fill(new RoundRectangle2D.Double(-size / 2, -size / 2, size, size * 0.8, size * 0.3, size * 0.3));
            picture.setColor(colour.darker());
            picture.draw(new Ellipse2D.Double(-size / 4, -size * 0.75, size / 2, size / 2));
        };
    }

    static DrawnSprite crate(Color colour, double size) {
        return (picture, seconds) -> {
            picture.setColor(colour);
            picture.fill(new Rectangle2D.Double(-size / 2, -size / 2, size, size));
            picture.setColor(colour.darker());
            for (int board = 0; board < 4; board++) {
                picture.draw(new Rectangle2D.Double(-size / 2, -size / 2 + board * size / 4, size, size / 4));
            }
        };
    }
}
