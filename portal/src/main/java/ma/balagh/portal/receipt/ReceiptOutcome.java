package ma.balagh.portal.receipt;

import io.quarkus.qute.TemplateData;

/** What became of looking a code up. */
@TemplateData
public enum ReceiptOutcome {
    FOUND,
    UNKNOWN,
    /** More is asked for than is answered. */
    THROTTLED;

    public boolean isUnknown() {
        return this == UNKNOWN;
    }

    public boolean isThrottled() {
        return this == THROTTLED;
    }
}
