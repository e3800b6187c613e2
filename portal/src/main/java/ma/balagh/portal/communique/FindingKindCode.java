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
    ADDRESS,
    COORDINATES,
    EMAIL,
    PROFILE,
    IDENTIFIER,
    CASE_DETAIL
}
