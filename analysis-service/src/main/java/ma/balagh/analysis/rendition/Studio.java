package ma.balagh.analysis.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import ma.balagh.analysis.examination.Intake;
import ma.balagh.analysis.lease.Poisonous;
import ma.balagh.analysis.media.MediaReader;
import ma.balagh.analysis.media.Probe;
import ma.balagh.analysis.media.Rendered;
import ma.balagh.analysis.media.Rendered.Progress;
import ma.balagh.analysis.media.Renderer;
import ma.balagh.analysis.media.Scratch;
import ma.balagh.analysis.media.Unreadable;
import ma.balagh.analysis.media.Unrendered;

/** Makes one rendition: fetches the original, shows it in another form, keeps that. */
@ApplicationScoped
class Studio {

    private final Intake intake;
    private final MediaReader media;
    private final Renderer renderer;
    private final RenditionBytes bytes;
    private final RenditionQueue queue;
    private final RenditionConfig config;

    Studio(
            Intake intake,
            MediaReader media,
            Renderer renderer,
            RenditionBytes bytes,
            RenditionQueue queue,
            RenditionConfig config) {
        this.intake = intake;
        this.media = media;
        this.renderer = renderer;
        this.bytes = bytes;
        this.queue = queue;
        this.config = config;
    }

    /**
     * @throws Poisonous when rendering failed as it never should
     * @throws IOException when something that it needs is away
     * @throws InterruptedException when this worker is to stop; its processes are gone by then
     */
    void make(Claim claim, Progress progress) throws IOException, InterruptedException {
        if (claim.lostLeases() >= config.lostLeases()) {
            queue.fail(claim, "ABANDONED", null);
            return;
        }
        try (Scratch scratch = media.scratch()) {
            String purpose = "Rendition " + claim.id();
            if (!intake.fetch(claim.evidenceId(), purpose, scratch.medium()).equals(claim.sha256())) {
                queue.fail(claim, "CHANGED_ORIGINAL", null);
                return;
            }
            render(claim, scratch, progress);
        } catch (Intake.Erased erased) {
            queue.fail(claim, RenditionQueue.ERASED, null);
        } catch (Unreadable unreadable) {
            queue.fail(claim, unreadable.reason().name(), unreadable.complaint().orElse(null));
        } catch (Unrendered unrendered) {
            end(claim, unrendered);
        }
    }

    private void render(Claim claim, Scratch scratch, Progress progress)
            throws Unreadable, Unrendered, IOException, InterruptedException {
        var hiding = new Hiding(claim.wish());
        Rendered rendered = rendered(claim.wish(), scratch, hiding, progress);
        bytes.keep(
                claim, rendered, new Made(renderer.tool(), rendered.commands(), rendered.complaints(), hiding.told()));
    }

    /** Only what the medium itself does to us counts against it: not, say, a database that is away. */
    private Rendered rendered(Wish wish, Scratch scratch, Hiding hiding, Progress progress)
            throws Unreadable, Unrendered, IOException, InterruptedException {
        try {
            Probe probe = media.probe(scratch);
            return switch (wish.kind()) {
                case PLAYABLE -> renderer.playable(scratch, probe, progress);
                case REDACTED -> renderer.redacted(scratch, probe, hiding, wish.sound(), progress);
            };
        } catch (RuntimeException failure) {
            throw new Poisonous(failure);
        }
    }

    /** What a limit ends is ended by it again; the rest may have been an accident, and is tried twice. */
    private void end(Claim claim, Unrendered unrendered) {
        boolean isFinal = switch (unrendered.reason()) {
            case NOTHING_LEFT, TOO_LARGE, TOO_SLOW -> true;
            case NOT_ENCODED, DIFFERENT_PICTURES -> claim.lostLeases() + 1 >= config.lostLeases();
        };
        if (isFinal) {
            queue.fail(claim, unrendered.reason().name(), unrendered.complaint().orElse(null));
        } else {
            queue.leases().lose(claim, String.valueOf(unrendered.getMessage()));
        }
    }
}
