package ma.balagh.analysis.rendition;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import ma.balagh.analysis.examination.IntakeClient;
import ma.balagh.analysis.media.MediaReader;
import ma.balagh.analysis.media.MediumRenderer;
import ma.balagh.analysis.media.ProbeResult;
import ma.balagh.analysis.media.RenderedMedium;
import ma.balagh.analysis.media.RenderedMedium.Progress;
import ma.balagh.analysis.media.ScratchDirectory;
import ma.balagh.analysis.media.UnreadableMediumException;
import ma.balagh.analysis.media.UnrenderableMediumException;
import ma.balagh.taskqueue.NonRetryableTaskException;

/** Makes one rendition: fetches the original, renders it, stores the result. */
@ApplicationScoped
class RenditionProcessor {

    private final IntakeClient intakeClient;
    private final MediaReader media;
    private final MediumRenderer renderer;
    private final RenditionContentStore bytes;
    private final RenditionQueue queue;
    private final RenditionConfig config;

    RenditionProcessor(
            IntakeClient intakeClient,
            MediaReader media,
            MediumRenderer renderer,
            RenditionContentStore bytes,
            RenditionQueue queue,
            RenditionConfig config) {
        this.intakeClient = intakeClient;
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
        try (ScratchDirectory scratch = media.scratch()) {
            String purpose = "Rendition " + task.id();
            if (!intakeClient
                    .fetch(task.evidenceId(), purpose, scratch.medium())
                    .equals(task.sha256())) {
                queue.fail(task, "CHANGED_ORIGINAL", null);
                return;
            }
            render(task, scratch, progress);
        } catch (IntakeClient.Erased erased) {
            queue.fail(task, RenditionQueue.ERASED, null);
        } catch (UnreadableMediumException unreadable) {
            queue.fail(task, unreadable.reason().name(), unreadable.complaint().orElse(null));
        } catch (UnrenderableMediumException unrendered) {
            end(task, unrendered);
        }
    }

    private void render(RenditionTask task, ScratchDirectory scratch, Progress progress)
            throws UnreadableMediumException, UnrenderableMediumException, IOException, InterruptedException {
        var hiding = new RenditionRedactor(task.wish());
        RenderedMedium rendered = rendered(task.wish(), scratch, hiding, progress);
        bytes.keep(
                task,
                rendered,
                new RenditionProvenance(renderer.tool(), rendered.commands(), rendered.complaints(), hiding.told()));
    }

    /** Only what the medium itself does to us counts against it: not, say, a database that is away. */
    private RenderedMedium rendered(
            RenditionRequest wish, ScratchDirectory scratch, RenditionRedactor hiding, Progress progress)
            throws UnreadableMediumException, UnrenderableMediumException, IOException, InterruptedException {
        try {
            ProbeResult probe = media.probe(scratch);
            return switch (wish.kind()) {
                case PLAYABLE -> renderer.playable(scratch, probe, progress);
                case STILL -> renderer.still(scratch, probe, requireNonNull(wish.at()), hiding, progress);
                case REDACTED -> renderer.redacted(scratch, probe, hiding, wish.sound(), progress);
            };
        } catch (RuntimeException failure) {
            throw new NonRetryableTaskException(failure);
        }
    }

    /** What a limit ends is ended by it again; the rest may have been an accident, and is tried twice. */
    private void end(RenditionTask task, UnrenderableMediumException unrendered) {
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
