package folioscope.explore.compile;

import folioscope.explore.machine.Code;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The classes of functions, by their text: a function that is the same in several programs is compiled once. */
public final class CodeCache {

    private static final int MOST = 6_000;

    private final Compilation compilation = new Compilation();
    private final Map<String, Code> made = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Code> eldest) {
            return size() > MOST;
        }
    };

    /** For each body an object of the class with that body; those that are not known yet are compiled in one go. */
    public synchronized List<Code> compiled(List<String> bodies) {
        StringBuilder source = new StringBuilder("import folioscope.explore.machine.*;\n");
        Map<String, String> names = new LinkedHashMap<>();
        for (String body : bodies) {
            if (!made.containsKey(body) && !names.containsKey(body)) {
                String name = "F" + (names.size() + 1);
                names.put(body, name);
                source.append("final class ").append(name).append(" extends Code {\npublic Code fresh() { return new ")
                        .append(name).append("(); }\n").append(body).append("}\n");
            }
        }
        Map<String, Code> codes = new HashMap<>();
        if (!names.isEmpty()) {
            Loader loader = new Loader(compilation.compile("Generated", source.toString()));
            names.forEach((body, name) -> codes.put(body, loader.code(name)));
        }
        List<Code> all = bodies.stream().map(b -> codes.containsKey(b) ? codes.get(b) : made.get(b)).toList();
        made.putAll(codes);
        return all;
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

        Code code(String name) {
            try {
                Class<?> type = loadClass(name);
                return (Code) MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                        .findConstructor(type, MethodType.methodType(void.class)).invoke();
            } catch (Throwable e) {
                throw new IllegalStateException("generated code does not load", e);
            }
        }
    }
}
