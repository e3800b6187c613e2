package ma.balagh.dispatch.inquiry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import ma.balagh.dispatch.Timestamps;

/** Puts together what is shown of inquiries: themselves, how their steps stand, when they are erased, and their parts. */
@ApplicationScoped
class InquiryFileReader {

    private final InquiryPartRepository parts;
    private final InquiryErasureRepository erasures;
    private final Timestamps moments;

    InquiryFileReader(InquiryPartRepository parts, InquiryErasureRepository erasures, Timestamps moments) {
        this.parts = parts;
        this.erasures = erasures;
        this.moments = moments;
    }

    /** @param shown ids of the inquiries that are to be shown */
    Function<Inquiry, InquiryView> views(Collection<UUID> shown) {
        var now = moments.now();
        var steps = parts.stepStatus(shown, now);
        var eraseAt = erasures.eraseAt(shown);
        return inquiry -> {
            var id = inquiry.id();
            return inquiry.view(steps.getOrDefault(id, StepStatus.none(id)), eraseAt.get(id), now);
        };
    }

    InquiryFileView file(Inquiry inquiry) {
        var id = inquiry.id();
        var now = moments.now();
        return new InquiryFileView(
                views(List.of(id)).apply(inquiry),
                parts.of(id, InquiryStep.class).stream()
                        .map(step -> step.view(now))
                        .toList(),
                parts.of(id, InquiryHearing.class).stream()
                        .map(InquiryHearing::view)
                        .toList(),
                parts.of(id, InquirySuspension.class).stream()
                        .map(suspension -> suspension.view(now))
                        .toList(),
                parts.of(id, InquiryAttachment.class).stream()
                        .map(InquiryAttachment::view)
                        .toList(),
                parts.timeline(id).stream().map(InquiryEntry::view).toList());
    }
}
