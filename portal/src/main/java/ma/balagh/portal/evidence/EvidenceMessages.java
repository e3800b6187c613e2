package ma.balagh.portal.evidence;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of custody. */
@MessageBundle("evidence")
public interface EvidenceMessages {

    @Message
    String custody_title();

    @Message
    String custody_text();

    @Message
    String intact();

    @Message
    String broken();

    @Message
    String action(CustodyEntry.Action action);

    @Message
    String viewing_title();

    @Message
    String viewing_back();

    @Message
    String number();

    @Message
    String actor();

    @Message
    String at();

    @Message
    String what();

    @Message
    String purpose();

    /** @param count further ones that are not named */
    @Message
    String other_purposes(String count);

    /** The chain of what internal affairs did. */
    @Message
    String compartment();

    @Message
    String compartment_text();

    @Message
    String common_chain();

    @Message
    String hash();

    /** @param at since when, written out */
    @Message
    String erased(String at);
}
