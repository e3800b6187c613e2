package ma.balagh.analysis.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import ma.balagh.analysis.examination.Intake;
import ma.balagh.analysis.media.MediaReader;
import ma.balagh.analysis.media.Probe;
import ma.balagh.analysis.media.Rendered;
import ma.balagh.analysis.media.Rendered.Progress;
import ma.balagh.analysis.media.Renderer;
import ma.balagh.analysis.media.Scratch;
import ma.balagh.analysis.media.Unreadable;
import ma.balagh.analysis.media.Unrendered;
import ma.balagh.taskqueue.NonRetryableTaskException;

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
     * @throws NonRetryableTaskException when rendering failed as it never should
     * @throws IOException when something that it needs is away
     * @throws InterruptedException when this worker is to stop; its processes are gone by then
     */
    void make(RenditionTask task, Progress progress) throws IOException, InterruptedException {
        try (Scratch scratch = media.scratch()) {
            String purpose = "Rendition " + task.id();
            if (!intake.fetch(task.evidenceId(), purpose, scratch.medium()).equals(task.sha256())) {
                queue.fail(task, "CHANGED_ORIGINAL", null);
                return;
            }
            render(task, scratch, progress);
        } catch (Intake.Erased erased) {
            queue.fail(task, RenditionQueue.ERASED, null);
        } catch (Unreadable unreadable) {
            queue.fail(task, unreadable.reason().name(), unreadable.complaint().orElse(null));
        } catch (Unrendered unrendered) {
            end(task, unrendered);
        }
    }

    private void render(RenditionTask task, Scratch scratch, Progress progress)
            throws Unreadable, Unrendered, IOException, InterruptedException {
        var hiding = new Hiding(task.wish());
        Rendered rendered = rendered(task.wish(), scratch, hiding, progress);
        bytes.keep(
                task, rendered, new Made(renderer.tool(), rendered.commands(), rendered.complaints(), hiding.told()));
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
            throw new NonRetryableTaskException(failure);
        }
    }

    /** What a limit ends is ended by it again; the rest may have been an accident, and is tried twice. */
    private void end(RenditionTask task, Unrendered unrendered) {
        boolean isFinal = switch (unrendered.reason()) {
            case NOTHING_LEFT, TOO_LARGE, TOO_SLOW -> true;
            case NOT_ENCODED, DIFFERENT_PICTURES -> task.lostLeases() + 1 >= config.lostLeases();
        };
        if (isFinal) {
            queue.fail(task, unrendered.reason().name(), unrendered.complaint().orElse(null));
        } else {
            queue.tasks().lose(task, String.valueOf(unrendered.getMessage()));
        }
    }
}
