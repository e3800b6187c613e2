package ma.balagh.intake.page;

import java.util.List;

/**
 * The media that a page shows.
 *
 * @param findings in the page's order of importance, each address once
 * @param leftOut how many more there are
 */
public record PageContents(List<PageFinding> findings, int leftOut) {

    public PageContents {
        findings = List.copyOf(findings);
    }
}
