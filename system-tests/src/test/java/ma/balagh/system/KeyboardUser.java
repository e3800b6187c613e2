package ma.balagh.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import ma.balagh.platform.test.SuiteUnderTest;

/** Somebody at the portal who has a keyboard and nothing else: no click, and no field is filled but by typing. */
final class KeyboardUser {

    /** How many times somebody presses a key before they give up. */
    private static final int PATIENCE = 200;

    private static final int PATIENCE_MILLIS = 30_000;

    private final Page page;

    private KeyboardUser(Page page) {
        this.page = page;
    }

    /** Signs in at the page of the address and stays there. */
    static KeyboardUser signIn(PortalBrowser browser, String account, String path) {
        var user = new KeyboardUser(browser.page());
        user.page.navigate(SuiteUnderTest.PORTAL + path);
        user.type("#username", account);
        user.type("#password", account);
        user.press("Enter");
        user.page.waitForURL(SuiteUnderTest.PORTAL + "/**");
        return user;
    }

    Page page() {
        return page;
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    /** Walks on by the key until the focus is there. */
    void walkTo(String selector, String key) {
        for (int presses = 0; !isAt(selector); presses++) {
            if (presses == PATIENCE) {
                throw new AssertionError(selector + " is not reached by " + key + " at " + page.url());
            }
            press(key);
        }
    }

    /** Presses a button once it does not rest from the act before, follows a link, opens or closes a disclosure. */
    void use(String selector) {
        waitFor(selector);
        walkTo(selector, "Tab");
        waitFor(":focus:not([aria-disabled=true])");
        press("Enter");
    }

    /** The same, where another page or this one anew comes of it. */
    void follow(String selector) {
        waitFor(selector);
        walkTo(selector, "Tab");
        leave("Enter");
    }

    /** Presses the key and waits for the page that comes: what is pressed before that is lost. */
    void leave(String key) {
        page.evaluate("document.documentElement.dataset.left = ''");
        press(key);
        waitFor("html:not([data-left]) main");
    }

    void type(String selector, String text) {
        waitFor(selector);
        walkTo(selector, "Tab");
        page.keyboard().type(text);
    }

    void waitFor(String selector) {
        try {
            assertThat(page.locator(selector).first()).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
        } catch (AssertionError e) {
            throw new AssertionError("%s is not seen at %s, where is %s".formatted(selector, page.url(), seen()), e);
        }
    }

    /** What somebody would tell who asks for help: the focus, what forms hold and what they complain of. */
    private Object seen() {
        return page.evaluate("""
                () => ({
                  focus: document.activeElement?.outerHTML.slice(0, 200),
                  problems: [...document.querySelectorAll('.form-problem, .note')].map(one => one.innerText),
                  fields: [...document.querySelectorAll('main input:not([type=hidden]), main textarea')]
                    .map(one => `${one.name}=${one.value}${one.validationMessage && ' ' + one.validationMessage}`),
                })""");
    }

    Locator at(String selector) {
        return page.locator(selector);
    }

    private boolean isAt(String selector) {
        return (Boolean) page.evaluate("selector => document.activeElement?.matches(selector) ?? false", selector);
    }
}
