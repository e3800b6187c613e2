package ma.balagh.desk;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How much comes over the line for the first page of the desk, without tiles of a map and with nothing kept of before. */
final class DeskWeightBenchmark {

    private static final double MOST = 200;
    private static final double SETTLED = 3_000;
    private static final double KILO = 1_000;
    /** So many of the largest files are printed, each with its size. */
    private static final int SHOWN = 10;

    private DeskWeightBenchmark() {}

    static BarTable measure(Browser browser) {
        var page = DeskPageProbe.signIn(browser);
        page.waitForTimeout(SETTLED); // what signing in led to is fetched by then, and is not measured
        var names = new ConcurrentHashMap<String, String>();
        var sizes = new ConcurrentHashMap<String, Double>();
        var session = page.context().newCDPSession(page);
        session.send("Network.enable");
        session.send("Network.clearBrowserCache");
        session.on("Network.responseReceived", event -> names.put(request(event), pathOf(event)));
        session.on("Network.loadingFinished", event -> sizes.merge(request(event), sizeOf(event), Double::sum));
        DeskPageProbe.open(page);
        page.waitForTimeout(SETTLED);
        page.context().close();
        var table = BarTable.of("First page of the desk, compressed", "kB");
        sizes.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(SHOWN)
                .forEach(file ->
                        table.baseline(names.getOrDefault(file.getKey(), "unnamed"), List.of(file.getValue() / KILO)));
        var whole = sizes.values().stream().mapToDouble(Double::doubleValue).sum() / KILO;
        return table.judged("all %d files".formatted(sizes.size()), List.of(whole), 1, MOST);
    }

    private static String request(JsonObject event) {
        return event.get("requestId").getAsString();
    }

    private static String pathOf(JsonObject event) {
        return URI.create(event.getAsJsonObject("response").get("url").getAsString())
                .getPath();
    }

    private static double sizeOf(JsonObject event) {
        return event.get("encodedDataLength").getAsDouble();
    }
}
