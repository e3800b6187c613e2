package ma.balagh.manifests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One mistake, made in a copy. */
record Change(YamlNode told) {

    List<KubernetesObject> in(List<KubernetesObject> manifests) {
        var changed = new ArrayList<KubernetesObject>();
        boolean found = false;
        for (var manifest : manifests) {
            if (!manifest.toString().equals(told.at("at").text())) {
                changed.add(manifest);
                continue;
            }
            found = true;
            if (told.at("copy").exists()) {
                changed.addAll(List.of(manifest, manifest));
            } else if (told.at("beside").exists()) {
                changed.addAll(List.of(manifest, new KubernetesObject(manifest.origin(), told.at("beside"))));
            } else if (told.at("cron").exists()) {
                changed.add(manifest);
                changed.add(cron(manifest));
            } else if (!told.at("drop").exists()) {
                changed.add(new KubernetesObject(manifest.origin(), new YamlNode(changed(manifest))));
            }
        }
        if (!found) {
            throw new IllegalArgumentException("there is no " + told.at("at").text());
        }
        return told.at("and").exists() ? new Change(told.at("and")).in(changed) : changed;
    }

    private static KubernetesObject cron(KubernetesObject job) {
        return new KubernetesObject(
                job.origin(),
                new YamlNode(Map.of(
                        "apiVersion",
                        "batch/v1",
                        "kind",
                        "CronJob",
                        "metadata",
                        Map.of("name", "nightly", "namespace", job.namespace()),
                        "spec",
                        Map.of("schedule", "0 3 * * *", "jobTemplate", Map.of("spec", content(job.spec()))))));
    }

    private static Object content(YamlNode node) {
        return Objects.requireNonNull(node.value());
    }

    private Object changed(KubernetesObject manifest) {
        var root = copy(content(manifest.content()));
        for (var action : List.of("set", "add", "remove")) {
            if (!told.at(action).exists()) {
                continue;
            }
            var pointer = told.at(action).text();
            if (pointer.isEmpty()) {
                return copy(content(told.at("to")));
            }
            var path = Arrays.stream(pointer.substring(1).split("/"))
                    .map(step -> step.replace("~1", "/"))
                    .toList();
            var parent = walk(root, path.subList(0, path.size() - 1));
            switch (action) {
                case "set" -> set(parent, path.getLast(), copy(content(told.at("to"))));
                case "add" -> list(walk(parent, List.of(path.getLast()))).add(copy(content(told.at("to"))));
                default -> remove(parent, path.getLast());
            }
        }
        return root;
    }

    private static Object walk(Object here, List<String> path) {
        for (var step : path) {
            here = here instanceof List<?> list
                    ? list.get(Integer.parseInt(step))
                    : map(here).get(step);
            if (here == null) {
                throw new IllegalArgumentException("nothing is at " + path);
            }
        }
        return here;
    }

    private static void set(Object parent, String step, Object value) {
        if (parent instanceof List<?>) {
            list(parent).set(Integer.parseInt(step), value);
        } else {
            map(parent).put(step, value);
        }
    }

    private static void remove(Object parent, String step) {
        var removed = parent instanceof List<?> list
                ? list.remove(Integer.parseInt(step))
                : map(parent).remove(step);
        if (removed == null) {
            throw new IllegalArgumentException("nothing is at " + step);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }

    private static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<String, Object>();
            map.forEach((key, content) -> copy.put(String.valueOf(key), copy(content)));
            return copy;
        }
        return value instanceof List<?> list
                ? new ArrayList<>(list.stream().map(Change::copy).toList())
                : value;
    }
}
