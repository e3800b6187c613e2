package ma.balagh.portal.communique;

import io.quarkus.qute.TemplateData;

/** What a text may say of a person. */
@TemplateData
public enum FindingKindCode {
    NAME,
    PHONE,
    PLATE,
    NATIONAL_ID,
    BANK_ACCOUNT,
    DATE_OF_BIRTH,
    ADDRESS,
    COORDINATES,
    EMAIL,
    PROFILE,
    DEVICE,
    IDENTIFIER,
    CASE_DETAIL
}
