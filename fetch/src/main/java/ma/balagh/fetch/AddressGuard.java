package ma.balagh.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Decides where a connection may go. A name of which one single address is not public is not fetched at all: whoever
 * publishes such a mixture hopes for a client that takes the other one.
 */
final class AddressGuard {

    private final AddressResolver resolver;
    private final Set<Integer> ports;
    private final Set<InetSocketAddress> exceptions;

    AddressGuard(AddressResolver resolver, Set<Integer> ports) {
        this(resolver, ports, Set.of());
    }

    /** @param exceptions servers of a test, which pass although they are not public */
    AddressGuard(AddressResolver resolver, Set<Integer> ports, Set<InetSocketAddress> exceptions) {
        this.resolver = resolver;
        this.ports = Set.copyOf(ports);
        this.exceptions = Set.copyOf(exceptions);
    }

    /** @throws FetchFailedException when the address tells by itself that it is never fetched */
    void judge(FetchAddress address) throws FetchFailedException {
        if (exceptions.stream().noneMatch(exception -> exception.getPort() == address.port())) {
            requirePort(address.port());
        }
        InetAddress literal = address.host().literal();
        if (literal != null) {
            require(new InetSocketAddress(literal, address.port()));
        }
    }

    /**
     * @return where to connect to, and nowhere else: at least one
     * @throws FetchFailedException when the address is never fetched, or its name has no address now
     */
    List<InetSocketAddress> check(FetchAddress address, Duration patience)
            throws FetchFailedException, InterruptedException {
        judge(address);
        InetAddress literal = address.host().literal();
        List<InetAddress> found = literal == null ? resolve(address.host().text(), patience) : List.of(literal);
        List<InetSocketAddress> targets = found.stream()
                .map(ip -> new InetSocketAddress(ip, address.port()))
                .toList();
        for (InetSocketAddress target : targets) {
            require(target);
        }
        return targets;
    }

    private void require(InetSocketAddress target) throws FetchFailedException {
        if (!exceptions.contains(target)) {
            requirePort(target.getPort());
            requirePublic(target.getAddress());
        }
    }

    private void requirePort(int port) throws FetchFailedException {
        if (!ports.contains(port)) {
            throw new FetchFailedException(RefusalReason.OTHER_PORT, "port " + port);
        }
    }

    private static void requirePublic(InetAddress ip) throws FetchFailedException {
        var purpose = SpecialRange.purposeOf(ip);
        if (purpose.isPresent()) {
            throw new FetchFailedException(
                    RefusalReason.NOT_PUBLIC, "%s is %s".formatted(ip.getHostAddress(), purpose.orElseThrow()));
        }
    }

    /** In a thread of its own, since a call to the system's resolver can neither be bounded nor interrupted. */
    private List<InetAddress> resolve(String name, Duration patience)
            throws FetchFailedException, InterruptedException {
        var resolving = new FutureTask<List<InetAddress>>(() -> List.copyOf(resolver.resolve(name)));
        Thread.ofPlatform().daemon().name("resolve").start(resolving);
        try {
            List<InetAddress> found = resolving.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (found.isEmpty()) {
                throw new FetchFailedException(TransientReason.NAME_NOT_RESOLVED, name);
            }
            return found;
        } catch (TimeoutException e) {
            throw new FetchFailedException(
                    TransientReason.NAME_NOT_RESOLVED, name + ": no name server answered in time");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException) {
                throw new FetchFailedException(TransientReason.NAME_NOT_RESOLVED, name);
            }
            throw new FetchFailedException(TransientReason.NAME_NOT_RESOLVED, name + ": " + e.getCause());
        }
    }
}
