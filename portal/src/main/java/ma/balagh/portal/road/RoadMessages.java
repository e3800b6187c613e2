package ma.balagh.portal.road;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words for roads. */
@MessageBundle("road")
public interface RoadMessages {

    @Message
    String basis(TravelBasisCode basis);
}
