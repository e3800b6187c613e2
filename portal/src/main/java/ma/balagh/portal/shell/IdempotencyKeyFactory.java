package ma.balagh.portal.shell;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the idempotency key of a form when the form is shown, so that sending it twice has one effect. */
public final class IdempotencyKeyFactory {

    private IdempotencyKeyFactory() {}

    static String fresh() {
        return UUID.randomUUID().toString();
    }

    /** The key that came with the form; a form without one is a new one each time. */
    public static String of(@Nullable String sent) {
        String key = FormInputParser.text(sent);
        return key == null ? fresh() : key;
    }
}
