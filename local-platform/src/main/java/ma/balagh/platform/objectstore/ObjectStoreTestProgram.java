package ma.balagh.platform.objectstore;

import ma.balagh.platform.process.ParentProcessWatcher;

/** The object store for tests: ends with the JVM that started it. Its archive is on the class path. */
public final class ObjectStoreTestProgram {

    private ObjectStoreTestProgram() {}

    /** @param arguments those of the store */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        ParentProcessWatcher.begin();
        Class.forName(ObjectStoreProgram.LAUNCHER)
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments);
    }
}
