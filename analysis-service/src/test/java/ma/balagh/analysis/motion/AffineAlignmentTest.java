package ma.balagh.analysis.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ma.balagh.analysis.fingerprint.Transformation;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;

class AffineAlignmentTest {

    private static final Offset<Double> EXACTLY = within(1e-9);

    @Property
    void leadsBack(
            @ForAll Transformation transformation,
            @ForAll @DoubleRange(min = 0.2, max = 3) double wide,
            @ForAll @DoubleRange(min = 0.2, max = 3) double high,
            @ForAll @DoubleRange(min = -1, max = 1) double u,
            @ForAll @DoubleRange(min = -1, max = 1) double v) {
        AffineAlignment there =
                AffineAlignment.of(transformation).then(AffineAlignment.stretched(wide, 0.1, high, -0.2));

        AffineAlignment thereAndBack = there.then(there.inverse());

        assertThat(thereAndBack.atX(u, v)).isCloseTo(u, EXACTLY);
        assertThat(thereAndBack.atY(u, v)).isCloseTo(v, EXACTLY);
    }

    @Property
    void turnsBack(
            @ForAll @DoubleRange(min = -180, max = 180) double degrees,
            @ForAll @DoubleRange(min = 0, max = 1) double u,
            @ForAll @DoubleRange(min = 0, max = 1) double v) {
        AffineAlignment turned = AffineAlignment.turned(degrees, 320, 180);
        AffineAlignment back = turned.then(AffineAlignment.turned(-degrees, 320, 180));

        assertThat(back.atX(u, v)).isCloseTo(u, EXACTLY);
        assertThat(back.atY(u, v)).isCloseTo(v, EXACTLY);
        assertThat(turned.atX(0.5, 0.5)).isCloseTo(0.5, EXACTLY);
    }

    /** As the pixels go: see {@link Transformation#sourceOf}. */
    @Property
    void goesWhereTheTransformationMovesAPixel(@ForAll Transformation transformation) {
        int size = 8;
        AffineAlignment there = AffineAlignment.of(transformation);
        for (int pixel = 0; pixel < size * size; pixel++) {
            int source = transformation.sourceOf(pixel, size);
            double u = (source % size + 0.5) / size;
            double v = (source / size + 0.5) / size;

            assertThat(there.atX(u, v)).isCloseTo((pixel % size + 0.5) / size, EXACTLY);
            assertThat(there.atY(u, v)).isCloseTo((pixel / size + 0.5) / size, EXACTLY);
        }
    }
}
