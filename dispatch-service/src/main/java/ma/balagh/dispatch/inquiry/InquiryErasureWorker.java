package ma.balagh.dispatch.inquiry;

import jakarta.enterprise.context.ApplicationScoped;
import ma.balagh.taskqueue.TaskHandler;

/** Erases the files that are due. Nothing is worth keeping one for longer, whatever happened to earlier workers. */
@ApplicationScoped
class InquiryErasureWorker implements TaskHandler<InquiryErasureTask> {

    private final InquiryErasureService erasures;

    InquiryErasureWorker(InquiryErasureService erasures) {
        this.erasures = erasures;
    }

    @Override
    public void work(InquiryErasureTask task) {
        erasures.erase(task);
    }

    @Override
    public void giveUp(InquiryErasureTask task) {
        erasures.erase(task);
    }
}
