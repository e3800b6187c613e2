package ma.balagh.analysis.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import ma.balagh.analysis.media.MediaReader;
import ma.balagh.analysis.media.MediumRenderer;
import ma.balagh.analysis.media.ScratchDirectory;
import ma.balagh.analysis.media.UnreadableMediumException;
import ma.balagh.analysis.media.UnrenderableMediumException;
import ma.balagh.http.ProblemException;
import org.jboss.logging.Logger;

/** Hides the faces in stills that leave the agency. */
@ApplicationScoped
public class StillRedactionService {

    private static final Logger LOG = Logger.getLogger(StillRedactionService.class);

    private final MediaReader media;
    private final MediumRenderer renderer;
    private final ConcurrencyLimiter limiter;

    StillRedactionService(MediaReader media, MediumRenderer renderer, ConcurrencyLimiter limiter) {
        this.media = media;
        this.renderer = renderer;
        this.limiter = limiter;
    }

    /**
     * The still without the faces that are found in it, as a JPEG. Takes some tenths of a second.
     *
     * @return empty when they cannot be hidden
     * @throws ProblemException 429 when too many pictures are made at this moment, 503 when none can be made now
     */
    public Optional<byte[]> withoutFaces(byte[] jpeg) {
        try (var unused = limiter.enter();
                ScratchDirectory scratch = media.scratch()) {
            Files.write(scratch.medium(), jpeg);
            var hiding = new RenditionRedactor(RenditionRequest.still(0));
            var still = renderer.still(scratch, media.probe(scratch), 0, hiding, share -> {});
            return Optional.of(Files.readAllBytes(still.file()));
        } catch (UnreadableMediumException | UnrenderableMediumException failure) {
            LOG.warnf("the faces in a still cannot be hidden: %s", failure.getMessage());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw limiter.unavailable("no picture can be made now", e);
        } catch (IOException e) {
            throw limiter.unavailable("no picture can be made now", e);
        }
    }
}
