package dev.banyan.runtime.transport;

import org.springframework.cloud.stream.binder.AbstractMessageChannelBinder;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.integration.config.EnableIntegration;

/** A context of its own for a binder and what that needs: it registers beans as it goes, which are nobody else's business. */
final class BinderContext implements AutoCloseable {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** Not a configuration class by annotation, so that no component scan finds it. */
    @EnableIntegration
    static class Infrastructure {}

    <B extends AbstractMessageChannelBinder<?, ?, ?>> BinderContext(Class<B> type, B binder) {
        context.setClassLoader(getClass().getClassLoader());
        context.register(Infrastructure.class);
        context.registerBean("binder", type, () -> binder);
        context.refresh();
    }

    AnnotationConfigApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}
