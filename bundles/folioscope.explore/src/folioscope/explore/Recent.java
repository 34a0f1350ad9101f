package folioscope.explore;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The values that were used last; what was not used for long is made again. It may be used from several threads. */
public final class Recent<K, V> {

    private final Map<K, V> values;

    /** Keeps so many values. */
    public Recent(int most) {
        this.values = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** The value for a key; if two threads ask for it at once it may be made twice, and both get the first. */
    public V get(K key, Supplier<V> make) {
        synchronized (values) {
            V known = values.get(key);
            if (known != null) {
                return known;
            }
        }
        V made = make.get();
        synchronized (values) {
            V known = values.putIfAbsent(key, made);
            return known == null ? made : known;
        }
    }
}
