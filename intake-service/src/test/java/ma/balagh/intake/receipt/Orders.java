package ma.balagh.intake.receipt;

import java.util.ArrayList;
import java.util.List;

/** The orders in which events of different topics may come. */
final class Orders {

    private Orders() {}

    static <T> List<List<T>> of(List<T> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<T>>();
        for (T first : items) {
            var others = new ArrayList<>(items);
            others.remove(first);
            for (List<T> rest : of(others)) {
                var one = new ArrayList<T>();
                one.add(first);
                one.addAll(rest);
                all.add(one);
            }
        }
        return all;
    }
}
