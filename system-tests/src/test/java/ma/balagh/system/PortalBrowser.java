package ma.balagh.system;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import ma.balagh.platform.test.BrowserLauncher;
import ma.balagh.platform.test.SuiteUnderTest;

/** Debian's Chromium, for people at the portal of the suite under test. */
final class PortalBrowser implements AutoCloseable {

    private final Playwright playwright = BrowserLauncher.playwright();
    private final Browser browser = BrowserLauncher.launch(playwright);

    /** Of somebody who has opened nothing yet. */
    Page page() {
        return browser.newContext().newPage();
    }

    /** Of somebody who signed in on the way to a page of the portal. */
    Page signIn(String account, String path) {
        var page = page();
        signIn(page, account, path);
        return page;
    }

    static void signIn(Page page, String account, String path) {
        page.navigate(SuiteUnderTest.PORTAL + path);
        page.fill("#username", account);
        page.fill("#password", account);
        page.click("#kc-login");
        page.waitForURL(SuiteUnderTest.PORTAL + "/**");
    }

    @Override
    public void close() {
        playwright.close();
    }
}
