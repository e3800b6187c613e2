package ma.balagh.intake.custody;

import java.util.UUID;

/**
 * One access to an evidence's bytes.
 *
 * @param actor who, by name
 * @param subject the account's lasting id
 * @param compartment whether internal affairs alone may learn of it
 * @param from position of the first byte
 * @param to position after the last byte
 */
public record EvidenceConsultation(
        UUID evidenceId, String actor, String subject, boolean compartment, String purpose, long from, long to) {}
