package ma.balagh.platform.test;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts the distribution's Chromium, driven by Playwright. */
public final class BrowserLauncher {

    private static final String SHELL = "/usr/bin/chromium-headless-shell";
    private static final List<String> WINDOWED =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private BrowserLauncher() {}

    public static Playwright playwright() {
        return Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /**
     * The one without a window, which takes a third of the processor's time, where the distribution has it.
     *
     * @throws IllegalStateException when Chromium is not installed; says how to install it
     */
    public static Browser launch(Playwright playwright) {
        return launch(playwright, Stream.concat(Stream.of(SHELL), WINDOWED.stream()));
    }

    /**
     * The one that people have, to measure with.
     *
     * @throws IllegalStateException when Chromium is not installed; says how to install it
     */
    public static Browser launchWindowed(Playwright playwright) {
        return launch(playwright, WINDOWED.stream());
    }

    private static Browser launch(Playwright playwright, Stream<String> programs) {
        var chromium = programs.map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Chromium is missing: install it (Debian: sudo apt install chromium)"));
        return playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }
}
