package ma.balagh.dispatch.campaign;

import java.util.UUID;
import ma.balagh.taskqueue.LeasedTask;

/** Months may be due. */
record CampaignTask(UUID id, UUID token, int lostLeases) implements LeasedTask {}
