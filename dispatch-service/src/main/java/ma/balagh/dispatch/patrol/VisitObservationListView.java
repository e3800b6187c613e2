package ma.balagh.dispatch.patrol;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What crews saw at the visits of a plan, in the order in which it was said; of a visit the last one counts. */
@Schema(name = "VisitObservationList")
record VisitObservationListView(List<VisitObservation> items) {}
