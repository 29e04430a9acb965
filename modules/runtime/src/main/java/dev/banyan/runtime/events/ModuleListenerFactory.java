package dev.banyan.runtime.events;

import dev.banyan.runtime.modules.ModuleName;
import java.lang.reflect.Method;
import java.util.Locale;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.EventListenerFactory;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.util.ClassUtils;

/**
 * Claims the {@code @ApplicationModuleListener} methods before Spring's own factories do, so that they are called by
 * durable delivery and not by the publisher's thread.
 */
final class ModuleListenerFactory implements EventListenerFactory, Ordered {
    private final Subscriptions subscriptions;
    private final BeanFactory beans;

    ModuleListenerFactory(Subscriptions subscriptions, BeanFactory beans) {
        this.subscriptions = subscriptions;
        this.beans = beans;
    }

    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public boolean supportsMethod(Method method) {
        return AnnotatedElementUtils.hasAnnotation(method, ApplicationModuleListener.class);
    }

    @Override
    public ApplicationListener<?> createApplicationListener(String beanName, Class<?> type, Method method) {
        var listener = AnnotatedElementUtils.findMergedAnnotation(method, ApplicationModuleListener.class);
        var name = type.getName() + "." + method.getName();
        if (listener == null || listener.id().isEmpty()) {
            throw new IllegalStateException(name + " needs a stable id: @ApplicationModuleListener(id = …)");
        }
        if (method.getReturnType() != void.class || method.getParameterCount() != 1) {
            throw new IllegalStateException(name + " takes one event and returns void: a result would be published");
        }
        var module = ModuleName.of(type);
        var eventType = subscriptions.typeOf(method.getParameterTypes()[0]);
        subscriptions.add(new Subscription(
                listener.id(),
                subscriber(module, beanName),
                module,
                listener.propagation() == Propagation.NOT_SUPPORTED,
                listener.propagation() == Propagation.REQUIRES_NEW,
                ClassUtils.getQualifiedMethodName(method, type),
                eventType,
                beanName,
                method,
                beans));
        return new NeverCalled();
    }

    /** A class's bean name is its stable name: {@code @Component("…")} keeps it when the class is renamed. */
    private static String subscriber(String module, String beanName) {
        var simple = beanName.substring(beanName.lastIndexOf('.') + 1);
        return module + "." + simple.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** Stands where Spring expects a listener. */
    private static final class NeverCalled implements GenericApplicationListener {
        @Override
        public boolean supportsEventType(ResolvableType eventType) {
            return false;
        }

        @Override
        public void onApplicationEvent(ApplicationEvent event) {
            throw new IllegalStateException("Module listeners are called by durable delivery");
        }
    }
}
