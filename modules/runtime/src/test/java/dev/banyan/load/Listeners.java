package dev.banyan.load;

import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;

/** Subscribers that differ in nothing but their names. */
final class Listeners {
    static final List<Class<?>> ALL = List.of(
            Listener1.class,
            Listener2.class,
            Listener3.class,
            Listener4.class,
            Listener5.class,
            Listener6.class,
            Listener7.class,
            Listener8.class);

    private Listeners() {}

    static class Listener1 {
        private final Handled handled;

        Listener1(Handled handled) {
            this.handled = handled;
        }

        @ApplicationModuleListener(id = "load.listener-1")
        void on(Loaded event) {
            handled.handle(1, event);
        }
    }

    static class Listener2 {
        private final Handled handled;

        Listener2(Handled handled) {
            this.handled = handled;
        }

        @ApplicationModuleListener(id = "load.listener-2")
        void on(Loaded event) {
            handled.handle(2, event);
        }
    }

    static class Listener3 {
        private final Handled handled;

        Listener3(Handled handled) {
            this.handled = handled;
        }

        @ApplicationModuleListener(id = "load.listener-3")
        void on(Loaded event) {
            handled.handle(3, event);
        }
    }

    static class Listener4 {
        private final Handled handled;

        Listener4(Handled handled) {
            this.handled = handled;
        }

        @ApplicationModuleListener(id = "load.listener-4")
        void on(Loaded event) {
            handled.handle(4, event);
        }
    }

    static class Listener5 {
        private final Handled handled;

        Listener5(Handled handled) {
            this.handled = handled;
        }

        @ApplicationModuleListener(id = "load.listener-5")
        void on(Loaded event) {
            handled.handle(5, event);
        }
    }

    static class Listener6 {
        private final Handled handled;

        Listener6(Handled handled) {
            this.handled = handled;
        }

        @ApplicationModuleListener(id = "load.listener-6")
        void on(Loaded event) {
            handled.handle(6, event);
        }
    }

    static class Listener7 {
        private final Handled handled;

        Listener7(Handled handled) {
            this.handled = handled;
        }

        @ApplicationModuleListener(id = "load.listener-7")
        void on(Loaded event) {
            handled.handle(7, event);
        }
    }

    static class Listener8 {
        private final Handled handled;

        Listener8(Handled handled) {
            this.handled = handled;
        }

        @ApplicationModuleListener(id = "load.listener-8")
        void on(Loaded event) {
            handled.handle(8, event);
        }
    }
}
