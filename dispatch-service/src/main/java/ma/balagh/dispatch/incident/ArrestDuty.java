package ma.balagh.dispatch.incident;

/**
 * What the code of criminal procedure demands for somebody who is arrested: to be told of the reasons, of the right to
 * remain silent and of the others; to have the family informed; to be seen by a doctor; to call a lawyer; and for a minor,
 * to have the guardian informed.
 */
public enum ArrestDuty {
    RIGHTS_READ,
    FAMILY_INFORMED,
    DOCTOR_OFFERED,
    LAWYER_OFFERED,
    GUARDIAN_INFORMED;

    /** Whether it is owed to that person. */
    public boolean isFor(boolean minor) {
        return this != GUARDIAN_INFORMED || minor;
    }
}
