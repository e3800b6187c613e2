package ma.balagh.portal.obstacle;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words for what could not be had. */
@MessageBundle("obstacle")
public interface ObstacleMessages {

    @Message
    String why(FetchObstacle obstacle);

    String recorded();
}
