package ma.balagh.dispatch.inquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import ma.balagh.dispatch.Timestamps;

/**
 * Erases the file of an inquiry (ADR 062): its parts and the stored answers that hold them go, and of itself stays that
 * there was one and what it came to.
 */
@ApplicationScoped
class InquiryErasureService {

    private final InquiryErasureQueue queue;
    private final InquiryRepository repository;
    private final InquiryPartRepository parts;
    private final InquiryErasureRepository erasures;
    private final Timestamps moments;

    InquiryErasureService(
            InquiryErasureQueue queue,
            InquiryRepository repository,
            InquiryPartRepository parts,
            InquiryErasureRepository erasures,
            Timestamps moments) {
        this.queue = queue;
        this.repository = repository;
        this.parts = parts;
        this.erasures = erasures;
        this.moments = moments;
    }

    @Transactional
    void erase(InquiryErasureTask task) {
        var inquiry = repository.lock(task.inquiryId()).orElseThrow();
        if (inquiry.isHeld()) {
            queue.held(task);
            return;
        }
        queue.erased(task);
        inquiry.erase(moments.now());
        // Parts may be deleted only then.
        repository.flush();
        parts.erase(inquiry.id());
        erasures.eraseStoredAnswers(inquiry.id());
    }
}
