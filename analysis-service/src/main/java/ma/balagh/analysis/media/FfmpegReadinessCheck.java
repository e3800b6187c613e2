package ma.balagh.analysis.media;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * Whether the configured tools start, and their versions. Checked until they do and not again: a probe comes every few
 * seconds, and an installed program does not disappear under a running service.
 */
@Readiness
@ApplicationScoped
public class FfmpegReadinessCheck implements HealthCheck {

    private final MediaConfig config;
    private final MediaReader reader;
    private volatile @Nullable HealthCheckResponse ready;

    public FfmpegReadinessCheck(MediaConfig config, MediaReader reader) {
        this.config = config;
        this.reader = reader;
    }

    @Override
    public HealthCheckResponse call() {
        var known = ready;
        return known == null ? ask() : known;
    }

    private synchronized HealthCheckResponse ask() {
        var known = ready;
        if (known != null) {
            return known;
        }
        var response = HealthCheckResponse.named("FFmpeg");
        try {
            var up = response.withData("ffmpeg", reader.version(config.ffmpeg()))
                    .withData("ffprobe", reader.version(config.ffprobe()))
                    .up()
                    .build();
            ready = up;
            return up;
        } catch (IOException missing) {
            return down(response, String.valueOf(missing.getMessage()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return down(response, "interrupted");
        }
    }

    private static HealthCheckResponse down(HealthCheckResponseBuilder response, String why) {
        return response.withData("failure", why)
                .withData(
                        "remedy",
                        "install FFmpeg (Debian, Ubuntu: apt install ffmpeg), or say where it is in BALAGH_FFMPEG and"
                                + " BALAGH_FFPROBE")
                .down()
                .build();
    }
}
