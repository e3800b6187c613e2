package ma.balagh.dispatch.inquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.MisconductEvent;
import ma.balagh.contracts.analysis.MisconductFound;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.http.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Opens inquiries, and keeps who leads them, what holds them and what the reporter was told. It logs no id and publishes
 * nothing: others must not learn that there is one.
 */
@ApplicationScoped
class InquiryService {

    private final InquiryRepository repository;
    private final InquiryPartRepository parts;
    private final InquiryErasureRepository erasures;
    private final Timestamps moments;

    InquiryService(
            InquiryRepository repository,
            InquiryPartRepository parts,
            InquiryErasureRepository erasures,
            Timestamps moments) {
        this.repository = repository;
        this.parts = parts;
        this.erasures = erasures;
        this.moments = moments;
    }

    @Transactional
    void apply(MisconductEvent event) {
        switch (event) {
            case MisconductFound misconduct -> {
                var id = IdGenerator.next();
                var now = moments.now();
                if (repository.insert(id, misconduct, now)) {
                    parts.add(InquiryEntry.opening(id, now));
                }
            }
        }
    }

    /** @param owner user name of who leads it from now on; null for whoever asks */
    @Transactional
    void assign(Inquiry inquiry, @Nullable String owner, Caller caller) {
        parts.add(inquiry.assignTo(owner == null ? caller.name() : owner, InquiryActor.of(caller, moments.now())));
    }

    @Transactional
    void placeHold(Inquiry inquiry, String reason, Caller caller) {
        parts.add(inquiry.placeHold(reason, InquiryActor.of(caller, moments.now())));
        erasures.hold(inquiry.id());
    }

    @Transactional
    void liftHold(Inquiry inquiry, String reason, Caller caller) {
        parts.add(inquiry.liftHold(reason, InquiryActor.of(caller, moments.now())));
        erasures.resume(inquiry.id());
    }

    /** Notes what the reporter was told. The receipt does not change by it. */
    @Transactional
    void answerReporter(Inquiry inquiry, ReporterAnswer.Channel channel, String wording, Caller caller) {
        parts.add(inquiry.answerReporter(channel, wording, InquiryActor.of(caller, moments.now())));
    }
}
