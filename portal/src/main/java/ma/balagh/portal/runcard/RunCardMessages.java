package ma.balagh.portal.runcard;

import io.quarkus.qute.i18n.MessageBundle;

/** The words of run cards. */
@MessageBundle("runcard")
public interface RunCardMessages {

    String title();

    String text();

    String nothing_here();

    String write();

    String write_title();

    String change_title();

    String save();

    String jurisdiction_hint();

    String needed();

    String line(int number);

    String count();

    String kinds();

    String kinds_hint();

    String skills();

    String skills_hint();

    String units(int count);

    String changed();

    String present_title();

    String present_text();
}
