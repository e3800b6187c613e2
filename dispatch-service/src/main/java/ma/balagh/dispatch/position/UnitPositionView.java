package ma.balagh.dispatch.position;

import java.util.UUID;
import ma.balagh.dispatch.unit.Position;

/**
 * Where a unit is, as far as anybody knows.
 *
 * @param id the unit's
 * @param position the newest that was told, also where the one just told was older
 */
record UnitPositionView(UUID id, Position position) {}
