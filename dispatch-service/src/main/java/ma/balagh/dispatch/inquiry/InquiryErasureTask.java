package ma.balagh.dispatch.inquiry;

import java.util.UUID;
import ma.balagh.taskqueue.LeasedTask;

/** A file that is due to be erased. */
record InquiryErasureTask(UUID id, UUID token, int lostLeases, UUID inquiryId) implements LeasedTask {}
