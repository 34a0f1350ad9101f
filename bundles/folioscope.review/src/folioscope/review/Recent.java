package folioscope.review;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The values that were used last; what was not used for long is made again. It may be used from several threads. */
final class Recent<K, V> {

    private final Map<K, V> values;

    /** Keeps so many values. */
    Recent(int most) {
        this.values = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** The value for a key; it may be made twice if two threads ask for it at once. */
    V get(K key, Supplier<V> make) {
        synchronized (values) {
            V known = values.get(key);
            if (known != null) {
                return known;
            }
        }
        V made = make.get();
        synchronized (values) {
            values.put(key, made);
        }
        return made;
    }
}
