package ma.balagh.dispatch.escalation;

import java.util.UUID;
import ma.balagh.contracts.dispatch.EscalationStep;
import ma.balagh.taskqueue.LeasedTask;

/** A step that is due. */
record EscalationTask(UUID id, UUID token, int lostLeases, UUID stageId, EscalationStep step) implements LeasedTask {}
