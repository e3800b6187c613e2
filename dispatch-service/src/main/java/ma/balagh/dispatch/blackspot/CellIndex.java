package ma.balagh.dispatch.blackspot;

import com.uber.h3core.H3Core;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import ma.balagh.dispatch.blackspot.statistics.StudyArea;
import ma.balagh.dispatch.road.GeoPoint;

/** The hexagons of H3 (https://h3geo.org), which divide the earth into cells of nearly one size. */
@ApplicationScoped
class CellIndex {

    /** Cells of continents. */
    static final int COARSEST = 0;

    /** Cells of a metre. */
    static final int FINEST = 15;

    private final H3Core h3;

    CellIndex() {
        try {
            this.h3 = H3Core.newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException("the library of H3 cannot be unpacked", e);
        }
    }

    long cell(double latitude, double longitude, int resolution) {
        return h3.latLngToCell(latitude, longitude, resolution);
    }

    GeoPoint centre(long cell) {
        var centre = h3.cellToLatLng(cell);
        return new GeoPoint(centre.lat, centre.lng);
    }

    List<GeoPoint> outline(long cell) {
        return h3.cellToBoundary(cell).stream()
                .map(corner -> new GeoPoint(corner.lat, corner.lng))
                .toList();
    }

    String name(long cell) {
        return h3.h3ToString(cell);
    }

    /** The cell of a name; −1 where it names none. */
    long named(String name) {
        try {
            long cell = h3.stringToH3(name);
            return h3.isValidCell(cell) ? cell : -1;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    int resolution(long cell) {
        return h3.getResolution(cell);
    }

    /** The large cell that holds the cell, or nearly all of it. */
    long parent(long cell, int resolution) {
        return h3.cellToParent(cell, resolution);
    }

    /** The cell and those around it, always in the same order. */
    List<Long> disk(long cell) {
        return disk(cell, 1);
    }

    /** The cell and those at most so many steps away, always in the same order. */
    List<Long> disk(long cell, int steps) {
        return h3.gridDisk(cell, steps).stream().sorted().toList();
    }

    /** Cells with those around them: whatever borders on somewhere is compared with it. */
    StudyArea around(Collection<Long> occupied) {
        var cells = new TreeSet<Long>();
        for (long cell : new TreeSet<>(occupied)) {
            cells.addAll(h3.gridDisk(cell, 1));
        }
        return area(cells);
    }

    /** These cells and no others, in the order of their numbers. */
    StudyArea area(Collection<Long> wanted) {
        var cells = new ArrayList<>(new TreeSet<>(wanted));
        var bare = new StudyArea(
                cells, cells.stream().map(cell -> List.<Integer>of()).toList());
        var positions = bare.positions();
        var neighbours = cells.stream()
                .map(cell -> h3.gridDisk(cell, 1).stream()
                        .filter(next -> !next.equals(cell))
                        .map(positions::applyAsInt)
                        .filter(position -> position >= 0)
                        .sorted()
                        .toList())
                .toList();
        return new StudyArea(cells, neighbours);
    }
}
