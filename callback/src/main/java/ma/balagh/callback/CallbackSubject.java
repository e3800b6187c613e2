package ma.balagh.callback;

import java.util.regex.Pattern;

/**
 * What the messages of a service are about: a bean of the service. Those about the same thing are sent in order.
 *
 * @param column of {@code callback_delivery}, a UUID
 */
public record CallbackSubject(String column) {

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z_]+");

    public CallbackSubject {
        if (!IDENTIFIER.matcher(column).matches()) {
            throw new IllegalArgumentException("no plain identifier: " + column);
        }
    }
}
