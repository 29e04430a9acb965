package dev.banyan.load;

import java.io.PrintStream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Starts one way to deliver events, with the first so many of the listeners, and does what it is told to on standard input. */
final class CandidateApplication {
    private CandidateApplication() {}

    static void run(Class<?> source, WebApplicationType type, String[] arguments) throws Exception {
        var answers = System.out;
        System.setOut(new PrintStream(System.err, true));
        ApplicationContextInitializer<GenericApplicationContext> beans = context -> {
            context.registerBean("publisher", Publisher.class);
            context.registerBean("handled", Handled.class);
            int listeners = context.getEnvironment().getRequiredProperty("load.listeners", Integer.class);
            for (int i = 0; i < listeners; i++) {
                context.registerBean("listener" + (i + 1), Listeners.ALL.get(i));
            }
            if (context.getEnvironment().containsProperty("load.stalled")) {
                context.registerBean("stalled", StalledListener.class);
            }
        };
        try (var context = new SpringApplicationBuilder(source)
                .web(type)
                .initializers(beans)
                .run(arguments)) {
            new Harness(context, answers).serve(System.in);
        }
    }
}
