package ma.balagh.dispatch.inquiry;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An inquiry with all that stands in its file, each part in the order in which it was told.
 *
 * @param timeline what happened
 */
@Schema(name = "InquiryFile")
record InquiryFileView(
        InquiryView inquiry,
        List<InquiryStep.View> steps,
        List<InquiryHearing.View> hearings,
        List<InquirySuspension.View> suspensions,
        List<InquiryAttachment.View> attachments,
        List<InquiryEntry.View> timeline) {}
