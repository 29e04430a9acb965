package dev.banyan.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What can be done to an instance of the application, to its database, and to whom it deals with. */
final class Faults {
    private static final String TERMINATE_HALF = """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE backend_type = 'client backend' AND application_name <> 'rig' AND random() < 0.5
            """;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private Faults() {}

    /** F1 to F3. */
    static List<Fault> ofProcess(AppProcess app) {
        return List.of(
                new Fault("kill -9", app::kill, app::start),
                new Fault("SIGSTOP", app::freeze, app::thaw),
                new Fault("SIGTERM", () -> stop(app), app::start));
    }

    private static void stop(AppProcess app) {
        app.process().signal("TERM");
        assertThat(app.process().endsWithin(LONGEST_STOP))
                .as("ends within " + LONGEST_STOP)
                .isTrue();
        assertThat(app.process().awaitEnd()).as("exit code").isEqualTo(143);
    }

    /** F5. */
    static List<Fault> ofDatabase(PostgresProcess postgres) {
        return List.of(
                new Fault("fast shutdown", postgres::stopFast, postgres::start),
                new Fault("immediate shutdown", postgres::stopImmediately, postgres::start),
                new Fault("kill -9 of the server", postgres::kill, postgres::start),
                new Fault("SIGSTOP of the server", postgres::freeze, postgres::thaw),
                new Fault(
                        "terminated backends",
                        () -> postgres.execute(TERMINATE_HALF),
                        () -> postgres.execute(TERMINATE_HALF)));
    }

    /** F11. */
    static Fault ofLeases(PostgresProcess postgres) {
        var thief = new LeaseThief(postgres);
        return new Fault("ended leases", thief::start, thief::stop);
    }

    /** F6, by the link between an instance and its database. */
    static List<Fault> ofLink(TcpProxy link) {
        return List.of(
                new Fault("reset", link::reset, link::heal),
                new Fault("unreachable", () -> cut(link), link::heal),
                new Fault("deaf client", () -> link.faults().blackhole(Direction.TO_CLIENT), link::heal),
                new Fault("deaf server", () -> link.faults().blackhole(Direction.TO_SERVER), link::heal),
                new Fault("latency", () -> link.faults().latency(Duration.ofMillis(40)), link::heal));
    }

    private static void cut(TcpProxy link) {
        link.refuse();
        link.reset();
    }

    /** F9, F13, F14. Webhooks always come twice and overtake each other. */
    static List<Fault> ofNeighbours(Surroundings surroundings) {
        var provider = surroundings.provider();
        var smtp = surroundings.smtp();
        var link = surroundings.providerLink();
        var faults = new ArrayList<Fault>();
        Arrays.stream(ProviderStub.Mode.values())
                .map(mode -> new Fault(
                        "provider " + mode, () -> provider.mode(mode), () -> provider.mode(ProviderStub.Mode.OK)))
                .forEach(faults::add);
        Arrays.stream(SmtpStub.Mode.values())
                .map(mode -> new Fault("mail " + mode, () -> smtp.mode(mode), () -> smtp.mode(SmtpStub.Mode.OK)))
                .forEach(faults::add);
        faults.add(new Fault("unreachable provider", () -> cut(link), link::heal));
        return faults;
    }

    /** All of them, for the instance with that index. */
    static List<Fault> all(Rig rig, int index) {
        var faults = new ArrayList<Fault>();
        faults.addAll(ofProcess(rig.app(index)));
        faults.addAll(ofDatabase(rig.surroundings().postgres()));
        faults.add(ofLeases(rig.surroundings().postgres()));
        faults.addAll(ofLink(rig.surroundings().databaseLinks().get(index)));
        faults.addAll(ofNeighbours(rig.surroundings()));
        return faults;
    }
}
