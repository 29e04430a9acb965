package dev.banyan.notifications.internal;

import com.samskivert.mustache.BasicCollector;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Lets templates read maps and lists, and nothing by reflection. */
final class MapCollector extends BasicCollector {
    @Override
    public <K, V> Map<K, V> createFetcherCache() {
        return new ConcurrentHashMap<>();
    }
}
