package dev.banyan;

import dev.banyan.runtime.StartNotice;
import dev.banyan.runtime.StartNotice.Line;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells on the console, once everything runs, where everything is. Not a log line: it may hold a password. */
@Component
class StartBox {

    private final ObjectProvider<StartNotice> notices;
    private final Whereabouts whereabouts;

    StartBox(ObjectProvider<StartNotice> notices, Whereabouts whereabouts) {
        this.notices = notices;
        this.whereabouts = whereabouts;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void onReady(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            var url = "http://localhost:" + context.getWebServer().getPort();
            System.out.println(Box.of("Banyan " + Version.current() + " is running", lines(url)));
        }
    }

    private List<Line> lines(String url) {
        var lines = new ArrayList<>(List.of(new Line("Shop", url + "/docs"), new Line("API", url + "/v3/api-docs")));
        notices.orderedStream().map(StartNotice::lines).forEach(lines::addAll);
        whereabouts.ofData().ifPresent(lines::add);
        lines.add(new Line("Stop", "Ctrl-C"));
        return lines;
    }
}
