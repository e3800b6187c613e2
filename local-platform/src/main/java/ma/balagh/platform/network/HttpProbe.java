package ma.balagh.platform.network;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Asks an HTTP address whether it answers. Uses the JDK's older client, because loading the newer one costs half a
 * second of CPU.
 */
public final class HttpProbe {

    /** Longer than an application takes to find out that its database took a connection and says nothing. */
    private static final int TIMEOUT_MS = 4000;

    private HttpProbe() {}

    /** The status of a GET, or 0 when nobody answers. */
    public static int status(String address) {
        try {
            var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MS);
            connection.setReadTimeout(TIMEOUT_MS);
            connection.setInstanceFollowRedirects(false);
            var status = connection.getResponseCode();
            connection.disconnect();
            return status;
        } catch (IOException e) {
            return 0;
        }
    }
}
