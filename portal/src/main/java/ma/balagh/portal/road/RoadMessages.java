package ma.balagh.portal.road;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words for roads. */
@MessageBundle("road")
public interface RoadMessages {

    @Message
    String basis(TravelBasisCode basis);

    String title();

    String text();

    String without_roads();

    String none();

    String reason();

    String reason_hint();

    String where();

    String line();

    String area();

    String until();

    String until_hint();

    String until_lifted();

    String closed();

    String coordinates();

    String coordinates_hint();

    String is_area();

    String jurisdiction();

    String jurisdiction_hint();

    String new_title();

    String close();

    String lift();

    String lift_question();

    String lift_yes();
}
