package ma.balagh.portal.shell;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import ma.balagh.portal.upstream.Fault;
import ma.balagh.portal.upstream.ProblemKind;

/** The words that every page may need. */
@MessageBundle("shell")
public interface ShellMessages {

    @Message
    String product();

    @Message
    String desk(Desk desk);

    @Message
    String done(Done done);

    @Message
    String elapsed(Elapsed time);

    @Message
    String ago(Elapsed time);

    @Message
    String size(Format.Size size);

    @Message
    String skip();

    @Message
    String navigation();

    @Message
    String language();

    @Message
    String logout();

    @Message
    String back();

    @Message
    String more();

    @Message
    String newest();

    @Message
    String oldest();

    @Message
    String younger();

    @Message
    String away_part();

    @Message
    String error_title(ErrorKind kind);

    @Message
    String error_text(ErrorKind kind);

    @Message
    String problem(ProblemKind kind);

    @Message
    String problem_said();

    @Message
    String unreachable();

    @Message
    String session_over();

    @Message
    String sign_in_again();

    @Message
    String no_answer();

    @Message
    String needs_script();

    @Message
    String fault(Fault fault);

    @Message
    String live();

    @Message
    String stale();

    @Message
    String optional();
}
