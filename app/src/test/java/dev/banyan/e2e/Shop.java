package dev.banyan.e2e;

import dev.banyan.client.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** One shop with demo data for all end-to-end tests of this JVM: started by the first that asks, stopped at the end. */
public final class Shop {

    public static final String ADMIN = "admin@example.org";
    public static final String ADMIN_PASSWORD = "correct horse battery staple";
    public static final String WEBHOOK_SECRET = "a secret between the sandbox and the shop";

    private Shop() {}

    /** Talks to the shop as a guest. */
    public static Http http() {
        return new Http(process().url());
    }

    static BanyanProcess process() {
        return Holder.PROCESS;
    }

    static Path data() {
        return Holder.DATA;
    }

    private static final class Holder {

        static final Path DATA = temporaryDirectory();
        static final BanyanProcess PROCESS = open();

        private static BanyanProcess open() {
            var process = BanyanProcess.open(
                    DATA,
                    Map.of("BANYAN_ADMIN_EMAIL", ADMIN, "BANYAN_ADMIN_PASSWORD", ADMIN_PASSWORD),
                    "--banyan.payments.sandbox.webhook-secret=" + WEBHOOK_SECRET,
                    "--banyan.payments.sandbox.webhook-delay=3s");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
            return process;
        }

        private static void end(BanyanProcess process) {
            try {
                process.close();
                FileSystemUtils.deleteRecursively(DATA);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static Path temporaryDirectory() {
            try {
                return Files.createTempDirectory("banyan-e2e-");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
