package ma.balagh.desk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;

/** The desk before a dispatcher who has just signed in, in a window of 1440 by 900 pixels. */
final class DeskPageProbe {

    private static final String PORTAL = "http://localhost:" + (8080 + DeskBenchmark.PORT_OFFSET);

    private DeskPageProbe() {}

    /** @return a page of a browser that has seen none of it before */
    static Page signIn(Browser browser) {
        var page = browser.newContext(new NewContextOptions().setViewportSize(1440, 900))
                .newPage();
        page.navigate(PORTAL + "/?lang=ar");
        page.fill("#username", "dispatcher");
        page.fill("#password", "dispatcher");
        page.click("#kc-login");
        page.waitForURL(PORTAL + "/**");
        return page;
    }

    static void open(Page page) {
        page.navigate(PORTAL + "/incidents");
        page.waitForSelector(".desk .row-link");
    }
}
