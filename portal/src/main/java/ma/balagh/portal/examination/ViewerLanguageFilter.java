package ma.balagh.portal.examination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import ma.balagh.portal.shell.Viewer;

/** Asks the laboratory for findings in the viewer's language. */
@ApplicationScoped
public class ViewerLanguageFilter implements ClientRequestFilter {

    private final Viewer viewer;

    public ViewerLanguageFilter(Viewer viewer) {
        this.viewer = viewer;
    }

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders()
                .putSingle(HttpHeaders.ACCEPT_LANGUAGE, viewer.language().code());
    }
}
