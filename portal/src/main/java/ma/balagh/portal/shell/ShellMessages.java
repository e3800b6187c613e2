package ma.balagh.portal.shell;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import ma.balagh.portal.upstream.FieldFault;
import ma.balagh.portal.upstream.ProblemKind;

/** The words that every page may need. */
@MessageBundle("shell")
public interface ShellMessages {

    String product();

    @Message
    String desk(NavigationSection desk);

    @Message
    String done(FlashMessage done);

    String elapsed(ElapsedTime time);

    String ago(ElapsedTime time);

    String size(DisplayFormatter.Size size);

    String skip();

    String navigation();

    String language();

    String logout();

    String back();

    String more();

    String newest();

    String oldest();

    String younger();

    String away_part();

    @Message
    String error_title(ErrorKind kind);

    @Message
    String error_text(ErrorKind kind);

    @Message
    String problem(ProblemKind kind);

    String problem_said();

    String unreachable();

    String session_over();

    String sign_in_again();

    String no_answer();

    String needs_script();

    @Message
    String fault(FieldFault fault);

    String live();

    String stale();

    String optional();

    String public_navigation();

    String public_communiques();

    String public_receipts();

    String public_data();

    String public_error();
}
