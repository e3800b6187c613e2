package ma.balagh.callback;

import java.util.UUID;
import ma.balagh.taskqueue.LeasedTask;

/**
 * A message that this replica is to send now.
 *
 * @param body JSON
 * @param attempts how often it was sent in vain
 * @param failures how often in a row anything was sent in vain to its callback
 */
public record CallbackDelivery(
        UUID id, UUID token, int lostLeases, UUID callbackId, String url, String body, int attempts, int failures)
        implements LeasedTask {

    /** What a partner knows it by. */
    String webhookId() {
        return "msg_" + id;
    }
}
