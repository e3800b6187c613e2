package ma.balagh.dispatch.patrol;

import java.util.List;
import java.util.UUID;

/**
 * What the solver is asked, and what is known before it answers.
 *
 * @param fresh visits that are not kept yet
 * @param interrupted visits that their units were called away from
 */
record RequestedVisits(List<VisitRequest> requests, List<PatrolVisit> fresh, List<UUID> interrupted) {}
