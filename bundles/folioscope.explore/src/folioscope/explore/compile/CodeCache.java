package folioscope.explore.compile;

import folioscope.explore.machine.Code;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The classes of functions, by their text: a function that is the same in several programs is compiled once. */
public final class CodeCache {

    private static final int MOST = 20_000;

    private final Compilation compilation = new Compilation();
    private final Map<String, MethodHandle> made = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MethodHandle> eldest) {
            return size() > MOST;
        }
    };

    /** Compiles all bodies that are not known yet, in one go. */
    public synchronized void require(Iterable<String> bodies) {
        StringBuilder source = new StringBuilder("import folioscope.explore.machine.*;\n");
        Map<String, String> names = new LinkedHashMap<>();
        for (String body : bodies) {
            if (!made.containsKey(body) && !names.containsValue(body)) {
                String name = "F" + (names.size() + 1);
                names.put(name, body);
                source.append("public final class ").append(name).append(" extends Code {\n").append(body)
                        .append("}\n");
            }
        }
        if (names.isEmpty()) {
            return;
        }
        String text = source.toString().replace("public final class", "final class");
        Loader loader = new Loader(compilation.compile("Generated", text));
        names.forEach((name, body) -> made.put(body, loader.constructor(name)));
    }

    /** A new object of the class with that body, which has been {@link #require required}. */
    public Code make(String body) {
        MethodHandle constructor;
        synchronized (this) {
            constructor = made.get(body);
        }
        try {
            return (Code) constructor.invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("generated code does not load", e);
        }
    }

    private static final class Loader extends ClassLoader {

        /** Classes that are not defined yet. */
        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes) {
            super(Code.class.getClassLoader());
            this.classes = new HashMap<>(classes);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.remove(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }

        MethodHandle constructor(String name) {
            try {
                Class<?> type = loadClass(name);
                return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                        .findConstructor(type, MethodType.methodType(void.class))
                        .asType(MethodType.methodType(Code.class));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("generated code does not load", e);
            }
        }
    }
}
