package ma.balagh.portal.assignment;

import io.quarkus.qute.i18n.MessageBundle;

/** The words of a phone that may have no network. */
@MessageBundle("phone")
public interface PhoneMessages {

    String kept_title();

    String kept_text();

    String waits();

    String signed_out();

    String dismiss();

    String no_room();

    String look();

    String look_system();

    String look_glare();

    String look_night();

    String new_order();

    String withdrawn_text();

    String called_back();

    String earlier();

    String copy();

    String copied();
}
