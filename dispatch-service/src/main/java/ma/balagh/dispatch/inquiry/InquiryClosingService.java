package ma.balagh.dispatch.inquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.http.Caller;

/** Ends inquiries: one person proposes what it came to, another one decides. */
@ApplicationScoped
class InquiryClosingService {

    /** What the second person may choose. */
    enum Choice {
        CONFIRM,
        REFUSE
    }

    private final InquiryPartRepository parts;
    private final InquiryErasureRepository erasures;
    private final InquiryRetentionConfig retention;
    private final Timestamps moments;

    InquiryClosingService(
            InquiryPartRepository parts,
            InquiryErasureRepository erasures,
            InquiryRetentionConfig retention,
            Timestamps moments) {
        this.parts = parts;
        this.erasures = erasures;
        this.retention = retention;
        this.moments = moments;
    }

    @Transactional
    void propose(Inquiry inquiry, InquiryFinding finding, String reason, Caller caller) {
        parts.add(inquiry.proposeClosing(finding, reason, InquiryActor.of(caller, moments.now())));
    }

    @Transactional
    void decide(Inquiry inquiry, Choice choice, String reason, Caller caller) {
        var actor = InquiryActor.of(caller, moments.now());
        switch (choice) {
            case REFUSE -> parts.add(inquiry.refuseClosing(reason, actor));
            case CONFIRM -> {
                parts.add(inquiry.confirmClosing(reason, actor));
                if (!inquiry.isAgainstSomebody()) {
                    liftSuspensions(inquiry, reason, actor);
                }
                erasures.add(
                        inquiry.id(), retention.eraseAt(actor.at(), inquiry.isAgainstSomebody()), inquiry.isHeld());
            }
        }
    }

    /** Nobody stays suspended over what was not found. */
    private void liftSuspensions(Inquiry inquiry, String reason, InquiryActor actor) {
        for (var suspension : parts.of(inquiry.id(), InquirySuspension.class)) {
            if (suspension.lastsAt(actor.at())) {
                suspension.lift(actor.at(), reason, actor);
                parts.add(inquiry.liftSuspension(suspension.person(), actor));
            }
        }
    }
}
