package ma.balagh.desk;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How much comes over the line for the first page of the desk, without tiles of a map and with nothing kept of before. */
final class DeskWeightBenchmark {

    private static final double MOST = 200;
    private static final double SETTLED = 3_000;
    private static final double KILO = 1_000;

    private DeskWeightBenchmark() {}

    static BarTable measure(Browser browser) {
        var page = DeskPageProbe.signIn(browser);
        var sizes = Collections.synchronizedList(new ArrayList<Double>());
        var session = page.context().newCDPSession(page);
        session.send("Network.enable");
        session.send("Network.clearBrowserCache");
        session.on("Network.loadingFinished", event -> sizes.add(sizeOf(event)));
        DeskPageProbe.open(page);
        page.waitForTimeout(SETTLED);
        var whole = sizes.stream().mapToDouble(Double::doubleValue).sum() / KILO;
        page.context().close();
        return BarTable.of("First page of the desk, compressed", "kB")
                .baseline(
                        "each of its files",
                        sizes.stream().map(size -> size / KILO).toList())
                .judged("the whole page", List.of(whole), 1, MOST);
    }

    private static double sizeOf(JsonObject event) {
        return event.get("encodedDataLength").getAsDouble();
    }
}
