package ma.balagh.portal.receipt;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page on which receipts are read. */
@MessageBundle("receipt")
public interface ReceiptMessages {

    String title();

    String text();

    String code_label();

    String code_hint();

    String read();

    String of();

    @Message
    String status(ReceiptStatusCode status);

    @Message
    String explained(ReceiptStatusCode status);

    String answer();

    String unknown();

    String unknown_hint();

    String throttled();

    String kept();
}
