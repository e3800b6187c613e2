package ma.balagh.portal.privacy;

import io.smallrye.config.ConfigMapping;

/** Whom the public asks about data. */
@ConfigMapping(prefix = "balagh.public.contact")
public interface PublicContactConfig {

    /** The e-mail address of whoever answers for data. */
    String email();

    /** Where letters go, on one line. */
    String postalAddress();
}
