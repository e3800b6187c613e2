package ma.balagh.analysis.fingerprint;

import java.util.List;

/**
 * The eight ways to turn and mirror a square. Every one is a transposition or none, then a mirroring of columns or
 * none, then of rows or none; on PDQ's coefficients that is a transposition and a change of signs, because the cosine
 * of an odd frequency is antisymmetric about the middle.
 */
public enum Transformation {
    NONE(false, false, false),
    /** Left and right exchanged. */
    MIRRORED(false, true, false),
    /** Top and bottom exchanged. */
    FLIPPED(false, false, true),
    ROTATED_180(false, true, true),
    /** Rows and columns exchanged. */
    TRANSPOSED(true, false, false),
    /** A quarter turn clockwise. */
    ROTATED_90(true, true, false),
    /** A quarter turn counter-clockwise. */
    ROTATED_270(true, false, true),
    /** Rows and columns exchanged about the other diagonal. */
    TRANSVERSED(true, true, true);

    /** All of them, {@link #NONE} first; what is kept for each stands in this order. */
    public static final List<Transformation> ALL = List.of(values());

    private final boolean transposed;
    private final boolean columnsMirrored;
    private final boolean rowsMirrored;

    Transformation(boolean transposed, boolean columnsMirrored, boolean rowsMirrored) {
        this.transposed = transposed;
        this.columnsMirrored = columnsMirrored;
        this.rowsMirrored = rowsMirrored;
    }

    /** Whether rows and columns are exchanged, before anything is mirrored. */
    public boolean isTransposed() {
        return transposed;
    }

    /** Whether left and right are exchanged. */
    public boolean isColumnsMirrored() {
        return columnsMirrored;
    }

    /** Whether top and bottom are exchanged. */
    public boolean isRowsMirrored() {
        return rowsMirrored;
    }

    /** The one that takes this one back. */
    public Transformation inverse() {
        return switch (this) {
            case ROTATED_90 -> ROTATED_270;
            case ROTATED_270 -> ROTATED_90;
            case NONE, MIRRORED, FLIPPED, ROTATED_180, TRANSPOSED, TRANSVERSED -> this;
        };
    }

    /** The coefficient of the transformed picture at row i, column j, from the original's. */
    int coefficient(int[] original, int i, int j) {
        int value = transposed ? original[j * PdqHasher.SIDE + i] : original[i * PdqHasher.SIDE + j];
        // Index k stands for frequency k+1: even indexes are the odd, antisymmetric ones.
        boolean negative = (columnsMirrored && (j & 1) == 0) != (rowsMirrored && (i & 1) == 0);
        return negative ? -value : value;
    }

    /**
     * Where a pixel of the transformed picture comes from in the original.
     *
     * @param pixel row · size + column, and so is the answer
     */
    public int sourceOf(int pixel, int size) {
        int r = rowsMirrored ? size - 1 - pixel / size : pixel / size;
        int c = columnsMirrored ? size - 1 - pixel % size : pixel % size;
        return transposed ? c * size + r : r * size + c;
    }
}
