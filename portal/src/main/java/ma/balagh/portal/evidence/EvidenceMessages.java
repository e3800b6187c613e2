package ma.balagh.portal.evidence;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of custody. */
@MessageBundle("evidence")
public interface EvidenceMessages {

    String custody_title();

    String custody_text();

    String intact();

    String broken();

    @Message
    String action(CustodyEntryResponse.Action action);

    String viewing_title();

    String viewing_back();

    String number();

    String actor();

    String at();

    String what();

    String purpose();

    /** @param count further ones that are not named */
    String other_purposes(String count);

    /** The chain of what internal affairs did. */
    String compartment();

    String compartment_text();

    String common_chain();

    String hash();

    /** @param at since when, written out */
    String erased(String at);
}
