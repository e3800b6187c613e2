package ma.balagh.dispatch.position;

import java.util.UUID;
import ma.balagh.dispatch.unit.Position;
import ma.balagh.http.Violation;
import org.jspecify.annotations.Nullable;

/**
 * What became of one position among many.
 *
 * @param unitId the unit's
 * @param position the newest that is known of the unit; null where this one was refused
 * @param violation what is wrong with it; null where it was taken
 */
record FleetPositionView(
        UUID unitId, @Nullable Position position, @Nullable Violation violation) {}
