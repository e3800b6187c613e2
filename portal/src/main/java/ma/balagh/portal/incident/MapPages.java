package ma.balagh.portal.incident;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import ma.balagh.portal.shell.PortalRoles;
import ma.balagh.portal.shell.Viewer;
import org.jboss.resteasy.reactive.PathPart;
import org.jspecify.annotations.Nullable;

/** What the map is drawn from, beside the coast, which is a file of the portal's own. */
@Path("/incidents/map")
@RolesAllowed({PortalRoles.DISPATCHER, PortalRoles.COMMANDER, PortalRoles.JUDICIAL_OFFICER, PortalRoles.ANALYST})
class MapPages {

    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final PlaceNameService places;
    private final TileArchiveReader tiles;
    private final Viewer viewer;

    MapPages(PlaceNameService places, TileArchiveReader tiles, Viewer viewer) {
        this.places = places;
        this.tiles = tiles;
        this.viewer = viewer;
    }

    /** Names of cities in the viewer's language, the largest first. */
    @GET
    @Path("places")
    @Produces(MediaType.APPLICATION_JSON)
    public List<PlaceNameService.NamedPoint> places() {
        return places.cities(viewer.language());
    }

    /** A part of the operator's map file; 404 where there is none, 416 for a part that it does not have. */
    @GET
    @Path("tiles.pmtiles")
    @Produces("application/vnd.pmtiles")
    public Response tiles(@HeaderParam("Range") @Nullable String range) throws IOException {
        java.nio.file.Path file = tiles.file().orElseThrow(NotFoundException::new);
        long size = Files.size(file);
        TileRange part = TileRange.of(range, size).orElse(null);
        if (part == null) {
            return Response.status(RANGE_NOT_SATISFIABLE)
                    .header("Content-Range", "bytes */" + size)
                    .build();
        }
        return Response.status(Response.Status.PARTIAL_CONTENT)
                .entity(new PathPart(file, part.first(), part.length()))
                .header(HttpHeaders.ETAG, TileArchiveReader.tag(file))
                .header("Accept-Ranges", "bytes")
                .header("Content-Range", part.header())
                .build();
    }
}
