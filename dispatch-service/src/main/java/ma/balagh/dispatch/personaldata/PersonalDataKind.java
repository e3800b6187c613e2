package ma.balagh.dispatch.personaldata;

/** What a text says of a person. */
public enum PersonalDataKind {
    NAME,
    PHONE,
    PLATE,
    /** Of an identity card, a passport or a social insurance. */
    NATIONAL_ID,
    /** IBAN, RIB, or the number of a card. */
    BANK_ACCOUNT,
    DATE_OF_BIRTH,
    /** A house, not only its street. */
    ADDRESS,
    COORDINATES,
    EMAIL,
    /** An account, or a page that is not the administration's. */
    PROFILE,
    /** What a device or its connection is known by: IP and MAC address, IMEI. */
    DEVICE,
    /** Of an incident, a dossier, an evidence, a receipt or a record of the police. */
    IDENTIFIER,
    /** What an incident's own record says: its exact place, its references, the units that were sent. */
    CASE_DETAIL
}
