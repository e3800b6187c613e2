package ma.balagh.portal.shell;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A drawing with north above: degrees as metres east and north of a centre, which is true enough within a city
 * (equirectangular projection).
 *
 * @param sheet what it is drawn on
 * @param latitude of the centre, in degrees
 * @param longitude of the centre, in degrees
 * @param metresPerStep how far a step of the drawing is on the ground
 */
public record CityPlane(Sheet sheet, double latitude, double longitude, double metresPerStep) {

    /** Of one degree of latitude on a sphere of the earth's mean radius, 6371 km. */
    private static final double METRES_PER_DEGREE = 111_195;

    /**
     * @param margin that stays free on each side, in steps
     * @param leastMetres that the width shows, so that one place alone does not fill it
     */
    public record Sheet(double width, double height, double margin, double leastMetres) {

        /** Shows all of them, as large as there is room. */
        public CityPlane around(List<Place> places) {
            var latitudes = span(places, Place::latitude);
            var longitudes = span(places, Place::longitude);
            double latitude = middle(latitudes);
            double high = (latitudes.getMax() - latitudes.getMin()) * METRES_PER_DEGREE;
            double wide = (longitudes.getMax() - longitudes.getMin()) * METRES_PER_DEGREE * narrowing(latitude);
            double metresPerStep =
                    Math.max(Math.max(wide, leastMetres) / (width - 2 * margin), high / (height - 2 * margin));
            return new CityPlane(this, latitude, middle(longitudes), metresPerStep);
        }

        private static DoubleSummaryStatistics span(List<Place> places, ToDoubleFunction<Place> degrees) {
            return places.isEmpty()
                    ? new DoubleSummaryStatistics(1, 0, 0, 0)
                    : places.stream().mapToDouble(degrees).summaryStatistics();
        }

        private static double middle(DoubleSummaryStatistics span) {
            return (span.getMin() + span.getMax()) / 2;
        }
    }

    /** In degrees. */
    public record Place(double latitude, double longitude) {}

    public double x(double east) {
        double metres = (east - longitude) * METRES_PER_DEGREE * narrowing(latitude);
        return tenths(sheet.width / 2 + metres / metresPerStep);
    }

    public double y(double north) {
        return tenths(sheet.height / 2 - (north - latitude) * METRES_PER_DEGREE / metresPerStep);
    }

    /** The longest of 1, 2 and 5 times a power of ten metres that is not longer than that share of the width. */
    public double barMetres(double share) {
        double metres = metresPerStep * sheet.width * share;
        double power = Math.pow(10, Math.floor(Math.log10(metres)));
        double leading = metres / power;
        return power * (leading >= 5 ? 5 : leading >= 2 ? 2 : 1);
    }

    /** How long so many metres are in the drawing. */
    public double steps(double metres) {
        return tenths(metres / metresPerStep);
    }

    /** Finer than anybody sees. */
    public static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** Meridians come together towards the poles. */
    private static double narrowing(double latitude) {
        return Math.cos(Math.toRadians(latitude));
    }
}
