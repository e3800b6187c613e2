package ma.balagh.portal.intake;

import io.quarkus.qute.i18n.MessageBundle;

/** The words of the intake desk’s first page. */
@MessageBundle("intake")
public interface IntakeMessages {

    String title();

    String text();

    String all();

    String working();

    String failing();

    String longest_failure();

    String none_fails();

    String oldest_reports();

    String to_review();
}
