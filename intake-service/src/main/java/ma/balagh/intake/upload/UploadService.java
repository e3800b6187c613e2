package ma.balagh.intake.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.intake.IntakeProblem;

/** The use cases of uploads that have been created. */
@ApplicationScoped
class UploadService {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final UploadRepository repository;
    private final UploadLockRegistry locks;
    private final UploadWriter writer;
    private final UploadSecuringService securing;
    private final UploadEndingService ending;
    private final Clock clock;

    UploadService(
            UploadRepository repository,
            UploadLockRegistry locks,
            UploadWriter writer,
            UploadSecuringService securing,
            UploadEndingService ending,
            Clock clock) {
        this.repository = repository;
        this.locks = locks;
        this.writer = writer;
        this.securing = securing;
        this.ending = ending;
        this.clock = clock;
    }

    /** Empty when the caller has no such upload any more. */
    Optional<Upload> known(UUID id, Caller caller) {
        return repository.find(id, caller.id());
    }

    /** @throws ma.balagh.http.ProblemException 404 when the caller has no such upload, 410 when it has ended */
    Upload find(UUID id, Caller caller) {
        return requireAlive(repository.find(id, caller.id()));
    }

    /**
     * The same; one that a crash left complete is secured first, so that whoever reads that all is there can rely on
     * it.
     *
     * @throws ma.balagh.http.ProblemException 423 when another request is about to do that
     */
    Upload read(UUID id, Caller caller) {
        Upload upload = find(id, caller);
        if (!upload.isComplete() || upload.isSecured()) {
            return upload;
        }
        try (UploadLockRegistry.Hold _ = hold(id)) {
            return finished(requireAlive(repository.find(id)));
        }
    }

    /**
     * Adds what a request brings; with the last byte the upload becomes evidence.
     *
     * @throws ma.balagh.http.ProblemException 409 when the upload stands elsewhere, 413 when more is announced than is
     *     missing, 423 when another request is adding, and what {@link UploadWriter#write} says
     */
    Upload append(UUID id, UploadChunk chunk, Caller caller) {
        Upload upload = find(id, caller);
        requireFit(upload, chunk);
        if (upload.isSecured()) {
            return upload;
        }
        try (UploadLockRegistry.Hold _ = hold(id)) {
            Upload held = requireAlive(repository.find(id));
            requireFit(held, chunk);
            return finished(held.isComplete() ? held : writer.write(held, chunk));
        }
    }

    /** Evidence that it became stays. */
    void terminate(UUID id) {
        try (UploadLockRegistry.Hold _ = hold(id)) {
            ending.end(id, UploadStatus.TERMINATED);
        }
    }

    /** Does what is due without the sender, unless a request is busy with it. */
    void settle(UUID id) {
        locks.hold(id).ifPresent(hold -> {
            try (hold) {
                Optional<Upload> upload = repository.find(id).filter(each -> each.status() == UploadStatus.OPEN);
                if (upload.isEmpty()) {
                    ending.remove(id);
                } else if (upload.get().isComplete()) {
                    securing.secure(upload.get());
                } else if (upload.get().isExpired(clock.instant())) {
                    ending.end(id, UploadStatus.EXPIRED);
                }
            }
        });
    }

    private Upload finished(Upload upload) {
        if (!upload.isComplete() || upload.isSecured()) {
            return upload;
        }
        securing.secure(upload);
        return repository.find(upload.id()).orElseThrow();
    }

    private Upload requireAlive(Optional<Upload> found) {
        Upload upload = found.orElseThrow(() -> CommonProblem.notFound("the upload"));
        boolean alive = upload.status() == UploadStatus.OPEN || upload.isSecured();
        if (!alive || upload.isExpired(clock.instant())) {
            UploadStatus status = alive ? UploadStatus.EXPIRED : upload.status();
            throw IntakeProblem.UPLOAD_ENDED.because("it " + status.said());
        }
        return upload;
    }

    private static void requireFit(Upload upload, UploadChunk chunk) {
        if (chunk.offset() != upload.position()) {
            throw IntakeProblem.OFFSET_MISMATCH.because("it stands at " + upload.position());
        }
        long missing = upload.length() - upload.position();
        if (chunk.announced() > missing) {
            throw IntakeProblem.MEDIUM_TOO_LARGE.because(
                    "%,d bytes are missing, %,d were announced".formatted(missing, chunk.announced()));
        }
    }

    private UploadLockRegistry.Hold hold(UUID id) {
        return locks.hold(id).orElseThrow(() -> {
            writer.cutIfSilent(id);
            return IntakeProblem.UPLOAD_LOCKED.because("try again soon").retryAfter(SOON);
        });
    }
}
