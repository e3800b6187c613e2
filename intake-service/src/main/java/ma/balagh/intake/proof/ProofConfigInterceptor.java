package ma.balagh.intake.proof;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * With {@code balagh.custody.prove}, the process does nothing else: it listens to no requests and no events, sends none,
 * has no schedule, migrates nothing, takes nothing in, and the database refuses whatever it would write.
 */
public final class ProofConfigInterceptor implements ConfigSourceInterceptor {

    private static final Pattern CHANNEL = Pattern.compile("mp\\.messaging\\.incoming\\.[^.]+\\.enabled");
    /** What a setting that is true or false takes for true. */
    private static final Set<String> YES = Set.of("true", "1", "yes", "y", "on");

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("quarkus.scheduler.enabled", "false"),
            Map.entry("quarkus.http.host-enabled", "false"),
            Map.entry("quarkus.oidc.tenant-enabled", "false"),
            Map.entry("quarkus.flyway.migrate-at-start", "false"),
            Map.entry("quarkus.datasource.jdbc.new-connection-sql", "set default_transaction_read_only = on"),
            Map.entry("balagh.messaging.relay", "false"),
            Map.entry("balagh.source.poll.at-once", "0"),
            Map.entry("balagh.obtain.workers", "0"),
            Map.entry("balagh.callback.concurrent", "0"),
            Map.entry("balagh.retention.workers", "0"),
            Map.entry("balagh.evidence.read-only", "true"));

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        String setting = CHANNEL.matcher(name).matches() ? "false" : SETTINGS.get(name);
        ConfigValue value = context.proceed(name);
        if (setting == null || !isProving(context)) {
            return value;
        }
        return value == null
                ? ConfigValue.builder()
                        .withName(name)
                        .withValue(setting)
                        .withConfigSourceName("balagh.custody.prove")
                        .build()
                : value.withValue(setting);
    }

    private static boolean isProving(ConfigSourceInterceptorContext context) {
        ConfigValue prove = context.proceed("balagh.custody.prove");
        return prove != null
                && prove.getValue() != null
                && YES.contains(prove.getValue().strip().toLowerCase(Locale.ROOT));
    }
}
