package ma.balagh.messaging;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * With {@code balagh.messaging.replay}, each channel reads the service's dead letters of its topic in place of the topic,
 * in a consumer group of their own: {@code <service>.replay}. The live consumers notice nothing.
 */
public final class ReplayConfigInterceptor implements ConfigSourceInterceptor {

    static final String GROUP = "mp.messaging.connector.smallrye-kafka.group.id";
    static final Pattern TOPIC = Pattern.compile("mp\\.messaging\\.incoming\\.[^.]+\\.topic");

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        var value = context.proceed(name);
        if (value == null || value.getValue() == null) {
            return value;
        }
        var isTopic = TOPIC.matcher(name).matches();
        if (!isTopic && !name.equals(GROUP) || !"true".equals(text(context, "balagh.messaging.replay"))) {
            return value;
        }
        var service = text(context, "balagh.service");
        return value.withValue(isTopic ? DeadLetterWriter.topic(value.getValue(), service) : service + ".replay");
    }

    private static String text(ConfigSourceInterceptorContext context, String name) {
        var value = context.proceed(name);
        return value == null || value.getValue() == null ? "" : value.getValue();
    }
}
