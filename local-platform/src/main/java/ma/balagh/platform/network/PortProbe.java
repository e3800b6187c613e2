package ma.balagh.platform.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of the loopback address. */
public final class PortProbe {

    /** Above the ports of the suites that tests start. */
    private static final int LOWEST = 30_000;
    /** From the next one on Linux gives ports to outgoing connections, which could take one before its server does. */
    private static final int HIGHEST = 32_767;

    private static final int TRIES = 100;

    private PortProbe() {}

    /** A port that nobody listened on a moment ago, and that the system gives to nobody by itself. */
    public static int anyFree() {
        return ThreadLocalRandom.current()
                .ints(TRIES, LOWEST, HIGHEST + 1)
                .filter(PortProbe::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free port among " + TRIES));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether somebody accepts connections there. */
    public static boolean isTaken(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
