package ma.balagh.portal.joint;

import io.quarkus.qute.TemplateData;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import ma.balagh.portal.upstream.PagePart;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * What the joint proposal says, for those who are shown no recommendations: the page of an incident may not know this
 * feature, which knows incidents. Templates say {@code inject:proposals}.
 */
@Named("proposals")
@Singleton
@TemplateData
public class JointProposalService {

    private final JointClient dispatch;

    JointProposalService(@RestClient JointClient dispatch) {
        this.dispatch = dispatch;
    }

    public PagePart<JointAssignmentResponse> joint() {
        return PagePart.of(dispatch::jointAssignment);
    }
}
