package ma.balagh.portal.patrol;

import io.quarkus.qute.TemplateData;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a black spot.
 *
 * @param incidents that were verified there in the last year, at whatever hour
 */
@TemplateData
public record SpotFigures(int incidents, @Nullable Course course) {

    /** Which way it goes. */
    public enum Course {
        RISING,
        STEADY,
        FALLING
    }
}
