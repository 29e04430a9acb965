package dev.banyan.e2e;

import dev.banyan.client.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** One shop whose modules run in several processes, for all tests of this JVM: started by the first that asks, stopped at the end. */
public final class SplitShop {
    private static final String TOPOLOGY = "conformance.topology";
    private static final String PARTITION = "conformance.partition";

    private SplitShop() {}

    /** Whether a topology was asked for: {@code conformance.topology}, a name or file, or {@code conformance.partition}, the seed of a random one. */
    public static boolean isWanted() {
        return System.getProperty(TOPOLOGY) != null || System.getProperty(PARTITION) != null;
    }

    /** Talks to the shop's entry as a guest. */
    public static Http http() {
        return new Http(Holder.PROCESS.url());
    }

    private static final class Holder {
        static final BanyanProcess PROCESS = open();

        private static BanyanProcess open() {
            try {
                var data = Files.createTempDirectory("banyan-split-");
                var process = BanyanProcess.split(
                        data,
                        topology(data),
                        Map.of(
                                "BANYAN_ADMIN_EMAIL", Shop.ADMIN,
                                "BANYAN_ADMIN_PASSWORD", Shop.ADMIN_PASSWORD,
                                "BANYAN_PAYMENTS_SANDBOX_WEBHOOK_SECRET", Shop.WEBHOOK_SECRET,
                                "BANYAN_PAYMENTS_SANDBOX_WEBHOOK_DELAY", "3s"));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, data)));
                return process;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static String topology(Path directory) throws IOException {
            var name = System.getProperty(TOPOLOGY);
            if (name != null) {
                return name;
            }
            var random = RandomTopology.of(Long.parseLong(System.getProperty(PARTITION)));
            System.out.println(random);
            return Files.writeString(directory.resolve("random.yml"), random).toString();
        }

        private static void end(BanyanProcess process, Path data) {
            try {
                process.close();
                FileSystemUtils.deleteRecursively(data);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
