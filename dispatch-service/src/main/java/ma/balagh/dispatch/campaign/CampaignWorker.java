package ma.balagh.dispatch.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import ma.balagh.taskqueue.TaskHandler;
import org.jboss.logging.Logger;

/** Publishes what is due. */
@ApplicationScoped
class CampaignWorker implements TaskHandler<CampaignTask> {

    private static final Logger LOG = Logger.getLogger(CampaignWorker.class);

    private final CampaignService service;

    CampaignWorker(CampaignService service) {
        this.service = service;
    }

    @Override
    public void work(CampaignTask task) {
        service.publishDue(task);
    }

    /** Workers died over it: it is tried again at the next time. */
    @Override
    public void giveUp(CampaignTask task) {
        LOG.error("figures are not published");
        service.postpone(task);
    }
}
