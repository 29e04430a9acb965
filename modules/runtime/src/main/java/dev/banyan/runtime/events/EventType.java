package dev.banyan.runtime.events;

import dev.banyan.kernel.Ids;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jmolecules.event.annotation.DomainEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.modulith.events.Externalized;

/**
 * What an event's class says about it: a stable name with a version, the publishing module, and where its key is.
 *
 * @param name such as {@code orders.order-placed.v1}; never a class name
 * @param keyAccessor reads the component that holds the key; null for timers, whose key is given
 * @param idAccessor reads the component {@code eventId}; null when there is none
 */
record EventType(
        Class<?> type,
        String name,
        String publisher,
        @Nullable Method keyAccessor,
        @Nullable Method idAccessor) {
    private static final Pattern KEY = Pattern.compile(".*::#\\{#this\\.(\\w+)\\(\\)}");

    static boolean isEvent(Class<?> type) {
        return type.isRecord() && type.isAnnotationPresent(DomainEvent.class);
    }

    static EventType of(Class<?> type) {
        var event = type.getAnnotation(DomainEvent.class);
        if (event == null || event.namespace().isEmpty() || event.name().isEmpty()) {
            throw new IllegalStateException(
                    "%s needs @DomainEvent with a namespace and a name".formatted(type.getName()));
        }
        return new EventType(
                type,
                event.namespace() + "." + event.name(),
                event.namespace(),
                keyAccessorOf(type),
                idAccessorOf(type));
    }

    String keyOf(Object event) {
        if (keyAccessor == null) {
            throw new IllegalStateException(
                    "%s says no key: annotate it with @Externalized(\"banyan.%s::#{#this.<component>()}\")"
                            .formatted(type.getName(), publisher));
        }
        return String.valueOf(read(keyAccessor, event));
    }

    /** The event's own id, where its record has one, so that whoever receives it again knows it; else a new one. */
    UUID idOf(Object event) {
        if (idAccessor == null) {
            return Ids.next();
        }
        return (UUID) read(idAccessor, event);
    }

    private Object read(Method accessor, Object event) {
        try {
            return accessor.invoke(event);
        } catch (IllegalAccessException | InvocationTargetException failure) {
            throw new IllegalStateException("%s can't be read".formatted(type.getName()), failure);
        }
    }

    private static @Nullable Method idAccessorOf(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getName().equals("eventId") && component.getType() == UUID.class)
                .map(RecordComponent::getAccessor)
                .peek(accessor -> accessor.setAccessible(true))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Method keyAccessorOf(Class<?> type) {
        var externalized = AnnotationUtils.findAnnotation(type, Externalized.class);
        if (externalized == null) {
            return null;
        }
        var expression = KEY.matcher(externalized.value());
        if (!expression.matches()) {
            throw new IllegalStateException("%s: a key is written ::#{#this.<component>()}".formatted(type.getName()));
        }
        try {
            var accessor = type.getDeclaredMethod(expression.group(1));
            accessor.setAccessible(true);
            return accessor;
        } catch (NoSuchMethodException missing) {
            throw new IllegalStateException(
                    "%s has no component %s".formatted(type.getName(), expression.group(1)), missing);
        }
    }
}
