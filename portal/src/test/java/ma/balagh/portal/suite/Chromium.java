package ma.balagh.portal.suite;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import ma.balagh.platform.test.BrowserLauncher;

/** The distribution's Chromium, in which people of the fake suite look at pages. */
public final class Chromium implements AutoCloseable {

    /** Milliseconds; on a machine that does other things, too. */
    private static final double PATIENCE = 15_000;

    private final Playwright playwright = BrowserLauncher.playwright();

    private final com.microsoft.playwright.Browser browser;

    private final boolean withScripts;

    private Chromium(boolean withScripts) {
        this.withScripts = withScripts;
        browser = BrowserLauncher.launch(playwright);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    public static Chromium start() {
        return new Chromium(true);
    }

    /** One in which scripts are turned off. */
    public static Chromium startWithoutScripts() {
        return new Chromium(false);
    }

    /** An empty page of somebody who is signed in with that role. */
    public Page pageOf(String role) {
        return page(
                options().setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + FakeSuite.token("somebody", role))));
    }

    /** Tells the page that it has a network again; what it does then may leave the page, so that nobody waits for it here. */
    public static void tellOfNetwork(Page page) {
        page.evaluate("setTimeout(() => window.dispatchEvent(new Event('online')))");
    }

    /** An empty page of somebody who comes through the login. */
    public Page pageOfAmina() {
        return page(options());
    }

    private NewContextOptions options() {
        return new NewContextOptions()
                .setBaseURL("http://localhost:" + RestAssured.port)
                .setViewportSize(800, 480)
                .setJavaScriptEnabled(withScripts);
    }

    private Page page(NewContextOptions options) {
        var context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE);
        return context.newPage();
    }

    /** After each test: pages that stay open refresh themselves and take the processor from the others. */
    public void closePages() {
        for (var context : List.copyOf(browser.contexts())) {
            // What a test answers itself may just be asked for, and is answered no longer once the page is closed.
            context.pages().forEach(Page::unrouteAll);
            context.close();
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
