package ma.balagh.fetch;

/** What can be said of an address before a request, after resolving its name. */
public sealed interface AddressProspect {

    /**
     * It may be tried.
     *
     * @param address in the form in which it will be asked for
     * @param host in lower case, a name in ASCII, an IPv6 address in brackets
     */
    record Fetchable(String address, String host) implements AddressProspect {}

    /** It will never be fetched. */
    record Hopeless(RefusalReason reason, String detail) implements AddressProspect {}
}
