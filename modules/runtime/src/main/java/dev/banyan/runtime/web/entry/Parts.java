package dev.banyan.runtime.web.entry;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the processes have answered, each for itself. */
public record Parts(List<Part> all) {
    /**
     * One process's part.
     *
     * @param reply null when there was none in time, or one that says that it can't now
     */
    public record Part(String process, @Nullable Reply reply) {}

    /** The names of those that gave no part. */
    public List<String> missing() {
        return all.stream()
                .filter(part -> part.reply() == null)
                .map(Part::process)
                .toList();
    }

    /** The refusal of one of them, which is as good as any other's: all check the same. */
    public Optional<Reply> refusal() {
        return first(reply -> !reply.isSuccess());
    }

    /** The first reply that is such. */
    public Optional<Reply> first(Predicate<Reply> such) {
        return replies().stream().filter(such).findFirst();
    }

    /** All that came. */
    public List<Reply> replies() {
        return all.stream()
                .map(Part::reply)
                .filter(Objects::nonNull)
                .map(Parts::present)
                .toList();
    }

    private static Reply present(@Nullable Reply reply) {
        return Objects.requireNonNull(reply);
    }
}
