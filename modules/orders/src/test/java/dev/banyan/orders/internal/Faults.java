package dev.banyan.orders.internal;

import dev.banyan.kernel.ModuleUnavailableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Makes calls to other modules fail once, before they have an effect or after. */
final class Faults {
    private final Set<String> armed = ConcurrentHashMap.newKeySet();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<String, CountDownLatch> held = new ConcurrentHashMap<>();

    /** Where, such as {@code CartApi.freeze}; {@code when} is {@code before} or {@code after}. */
    void once(String call, String when) {
        armed.add(call + ":" + when);
    }

    boolean isUsedUp() {
        return armed.isEmpty();
    }

    void clear() {
        armed.clear();
        held.values().forEach(CountDownLatch::countDown);
        held.clear();
    }

    /** Keeps all such calls waiting until the returned gate is opened. */
    CountDownLatch hold(String call) {
        var gate = new CountDownLatch(1);
        held.put(call, gate);
        return gate;
    }

    /** The names of the calls whose arguments name this. */
    List<String> callsAbout(String id) {
        return calls.stream()
                .filter(call -> call.contains(id))
                .map(call -> call.substring(0, call.indexOf('[')))
                .toList();
    }

    <T> T wrap(Class<T> api, T module) {
        var proxy = Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[] {api}, (self, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.invoke(module, arguments);
            }
            var call = api.getSimpleName() + "." + method.getName();
            calls.add(call + Arrays.toString(arguments));
            var gate = held.get(call);
            if (gate != null) {
                gate.await();
            }
            failIfArmed(call + ":before");
            try {
                var result = method.invoke(module, arguments);
                failIfArmed(call + ":after");
                return result;
            } catch (InvocationTargetException failure) {
                throw failure.getTargetException();
            }
        });
        return api.cast(proxy);
    }

    private void failIfArmed(String point) {
        if (armed.remove(point)) {
            throw new ModuleUnavailableException(point, Duration.ofSeconds(1));
        }
    }
}
