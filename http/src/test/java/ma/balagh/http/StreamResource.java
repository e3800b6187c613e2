package ma.balagh.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Takes large bodies. */
@Path("/api/v1/streams")
public class StreamResource {

    /** How bodies broke off, the bytes before included. */
    static final BlockingQueue<String> BROKEN = new LinkedBlockingQueue<>();

    private final LargeBodyReader bodies;

    StreamResource(LargeBodyReader bodies) {
        this.bodies = bodies;
    }

    /** @param most so many bytes are read, the rest is left */
    @POST
    @Consumes(MediaType.WILDCARD)
    @PermitAll
    @RunOnVirtualThread
    public String digest(@Context RoutingContext request, @QueryParam("most") long most)
            throws NoSuchAlgorithmException {
        var sha256 = MessageDigest.getInstance("SHA-256");
        var buffer = new byte[100_000];
        long size = 0;
        try (BodyStream body = bodies.open(request)) {
            for (int read = 0; read >= 0 && size < most; read = body.read(buffer)) {
                sha256.update(buffer, 0, read);
                size += read;
            }
        } catch (IOException e) {
            BROKEN.add(size + " bytes: " + e.getMessage());
        }
        return HexFormat.of().formatHex(sha256.digest());
    }
}
