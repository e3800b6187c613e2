package ma.balagh.portal.receipt;

import io.quarkus.qute.TemplateData;

/** How far a report is. */
@TemplateData
public enum ReceiptStatusCode {
    RECEIVED,
    UNDER_EXAMINATION,
    ANSWERED
}
