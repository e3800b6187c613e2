package ma.balagh.portal.suite;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The distribution's Chromium, in which people of the fake suite look at pages. */
public final class Chromium implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright =
            Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

    private final com.microsoft.playwright.Browser browser;

    private final boolean withScripts;

    private Chromium(boolean withScripts) {
        this.withScripts = withScripts;
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(executable()).setArgs(ARGUMENTS));
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
        context.setDefaultTimeout(15_000);
        return context.newPage();
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Path executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Chromium is missing: install it (Debian: sudo apt install chromium)"));
    }
}
