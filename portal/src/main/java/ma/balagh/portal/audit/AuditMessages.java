package ma.balagh.portal.audit;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the audit trail. */
@MessageBundle("audit")
public interface AuditMessages {

    String title();

    String text();

    String owner_label();

    @Message
    String owner(AuditTrailOwner owner);

    String person();

    String person_hint();

    String record_label();

    String record_hint();

    String kind_label();

    String any_kind();

    String purpose();

    String purpose_hint();

    String from();

    String to();

    String find();

    String everything();

    String nothing_here();

    String when();

    String who();

    String what();

    String unknown_kind();

    @Message
    String kind(AuditKindCode kind);

    @Message
    String record(AuditRecordCode type);
}
