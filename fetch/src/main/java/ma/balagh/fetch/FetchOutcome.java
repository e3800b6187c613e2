package ma.balagh.fetch;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one attempt to fetch something. */
public sealed interface FetchOutcome {

    /** The address at which the attempt ended, after all redirects. */
    String address();

    /** The redirects that led there, in their order. */
    List<Redirect> redirects();

    /**
     * All bytes passed to the sink.
     *
     * @param answer what the last server said about itself and the medium
     * @param offset where the bytes of this attempt begin; more than 0 when an earlier attempt was resumed
     * @param bytes how many passed in this attempt
     * @param sha256 of the bytes that passed in this attempt, in hex
     */
    record Fetched(
            String address,
            List<Redirect> redirects,
            Answer answer,
            long offset,
            long bytes,
            String sha256,
            Instant started,
            Instant ended)
            implements FetchOutcome {

        public Fetched {
            redirects = List.copyOf(redirects);
        }
    }

    /** The server still has the version that is known; no byte passed. */
    record NotModified(String address, List<Redirect> redirects, Answer answer) implements FetchOutcome {

        public NotModified {
            redirects = List.copyOf(redirects);
        }
    }

    /** The address, or one that it redirects to, is never fetched. */
    record Refused(String address, List<Redirect> redirects, RefusalReason reason, String detail)
            implements FetchOutcome {

        public Refused {
            redirects = List.copyOf(redirects);
        }
    }

    /**
     * Trying again would not help, unless a person has reason to think so.
     *
     * @param status of the last answer, where the reason lies in one
     */
    record Unobtainable(
            String address,
            List<Redirect> redirects,
            UnobtainableReason reason,
            @Nullable Integer status,
            String detail)
            implements FetchOutcome {

        public Unobtainable {
            redirects = List.copyOf(redirects);
        }
    }

    /**
     * Trying again may help.
     *
     * @param retryAfter how long the server asks to wait
     * @param progress what the next attempt can go on from; null when it has to start anew
     */
    record Transient(
            String address,
            List<Redirect> redirects,
            TransientReason reason,
            @Nullable Duration retryAfter,
            @Nullable Progress progress,
            String detail)
            implements FetchOutcome {

        public Transient {
            redirects = List.copyOf(redirects);
        }
    }

    /**
     * A server sent us on.
     *
     * @param address that was asked
     * @param location as the server wrote it
     */
    record Redirect(String address, int status, String location, InetSocketAddress connectedTo) {}

    /**
     * Where bytes come from.
     *
     * @param address after all redirects
     */
    record Provenance(String address, List<Redirect> redirects, Answer answer) {

        public Provenance {
            redirects = List.copyOf(redirects);
        }
    }

    /**
     * The head of an answer.
     *
     * @param httpVersion for example {@code HTTP/1.1}
     * @param headers in their order, at most 64 KiB of them
     */
    record Answer(
            int status,
            String httpVersion,
            List<Header> headers,
            InetSocketAddress connectedTo,
            @Nullable TlsPeer tls) {

        public Answer {
            headers = List.copyOf(headers);
        }

        /** The value of the first header of that name. */
        public @Nullable String header(String name) {
            return headers.stream()
                    .filter(header -> header.name().equalsIgnoreCase(name))
                    .map(Header::value)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** One line of an answer's head; the value has a char for each byte. */
    record Header(String name, String value) {}

    /**
     * Who the server proved to be.
     *
     * @param protocol for example {@code TLSv1.3}
     * @param subject of its certificate (RFC 2253)
     * @param sha256 fingerprint of its certificate, in hex
     */
    record TlsPeer(String protocol, String subject, String sha256) {}

    /**
     * The beginning of a medium that an attempt left in the sink.
     *
     * @param bytes how many are there
     * @param validator strong entity tag or time of modification by which the server tells whether it still has the same
     */
    record Progress(long bytes, String validator) {

        public Progress {
            if (bytes <= 0) {
                throw new IllegalArgumentException("no bytes are no progress");
            }
        }
    }
}
