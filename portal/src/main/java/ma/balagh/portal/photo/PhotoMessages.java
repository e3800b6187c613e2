package ma.balagh.portal.photo;

import io.quarkus.qute.i18n.MessageBundle;

/** The words of bringing a picture from an incident. */
@MessageBundle("photo")
public interface PhotoMessages {

    String title();

    String text();

    String choose();

    String send();
}
