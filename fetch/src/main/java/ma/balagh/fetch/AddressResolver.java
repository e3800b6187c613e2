package ma.balagh.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Resolves a name to addresses. The result is checked, and nothing else resolves the name between check and connection.
 */
@FunctionalInterface
public interface AddressResolver {

    /** As this machine resolves names. */
    AddressResolver SYSTEM = name -> List.of(InetAddress.getAllByName(name));

    /**
     * Asks for a name.
     *
     * @param name in ASCII, never an address
     * @return all addresses of the name
     * @throws UnknownHostException when it has none, or nobody could be asked
     */
    List<InetAddress> resolve(String name) throws UnknownHostException;
}
