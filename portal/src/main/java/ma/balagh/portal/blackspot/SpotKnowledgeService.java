package ma.balagh.portal.blackspot;

import jakarta.enterprise.context.ApplicationScoped;
import ma.balagh.portal.patrol.KnownSpots;
import ma.balagh.portal.patrol.SpotKnowledge;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks dispatch for the black spots of the whole week. */
@ApplicationScoped
class SpotKnowledgeService implements SpotKnowledge {

    private final BlackSpotClient dispatch;

    SpotKnowledgeService(@RestClient BlackSpotClient dispatch) {
        this.dispatch = dispatch;
    }

    @Override
    public KnownSpots known(String jurisdiction) {
        return dispatch.list(null, null, jurisdiction).known();
    }
}
