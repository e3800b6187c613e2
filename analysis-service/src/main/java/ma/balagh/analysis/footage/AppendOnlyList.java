package ma.balagh.analysis.footage;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * A list that can be extended without a copy: the longer list shares the items of the shorter one, which does not see
 * the additions. Only the longest of a family may be extended, by one thread at a time; other threads must receive it
 * by safe publication.
 */
final class AppendOnlyList<T> extends AbstractList<T> implements RandomAccess {

    private final Object[] items;
    private final int size;

    private AppendOnlyList(Object[] items, int size) {
        this.items = items;
        this.size = size;
    }

    static <T> AppendOnlyList<T> empty() {
        return new AppendOnlyList<>(new Object[0], 0);
    }

    AppendOnlyList<T> with(T item) {
        Object[] longer = size == items.length ? Arrays.copyOf(items, Math.max(16, 2 * size)) : items;
        longer[size] = item;
        return new AppendOnlyList<>(longer, size + 1);
    }

    @Override
    @SuppressWarnings("unchecked") // Nothing else is ever put in.
    public T get(int index) {
        return (T) items[Objects.checkIndex(index, size)];
    }

    @Override
    public int size() {
        return size;
    }
}
