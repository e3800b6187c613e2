package ma.balagh.dispatch.inquiry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import ma.balagh.taskqueue.TaskWorkersConfig;

/** {@code balagh.inquiry.erasure.*}: how replicas share the erasure of files. */
@ConfigMapping(prefix = "balagh.inquiry.erasure")
public interface InquiryErasureWorkersConfig extends TaskWorkersConfig {

    /** How often files whose time has come are looked for. */
    @Override
    @WithDefault("PT1M")
    Duration poll();
}
