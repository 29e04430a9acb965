package dev.banyan.runtime.web.entry;

import dev.banyan.runtime.modules.HostedModules;
import dev.banyan.runtime.modules.ModuleDescriptor;
import dev.banyan.runtime.web.problem.Problem;
import dev.banyan.runtime.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.CloseNowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Forwards a request for a module that runs elsewhere to one of its instances, and leaves all checks to that: each process enforces everything itself.
 * What belongs to no module, calls between modules and the operators' endpoints among it, stays here.
 */
final class ForwardingFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(ForwardingFilter.class);

    private final HostedModules modules;
    private final ModulePaths paths;
    private final Instances instances;
    private final Forwarding forwarding;
    private final ProblemWriter writer;

    ForwardingFilter(HostedModules modules, Instances instances, Forwarding forwarding, ProblemWriter writer) {
        this.modules = modules;
        this.paths = new ModulePaths(modules.all().values());
        this.instances = instances;
        this.forwarding = forwarding;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain filters)
            throws ServletException, IOException {
        var path = ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
        var elsewhere = paths.owner(path).filter(module -> !modules.hosts(module.name()));
        if (elsewhere.isEmpty()) {
            filters.doFilter(request, response);
        } else if (Mark.isOn(request)) {
            LOG.warn(
                    "{} has sent a request for '{}' here, where that doesn't run: its addresses are wrong",
                    request.getHeader(Mark.HEADER),
                    elsewhere.get().name());
            writer.write(
                    request,
                    response,
                    unavailable("The request was forwarded to a process that does not host its module"));
        } else {
            forward(elsewhere.get(), request, response);
        }
    }

    private void forward(ModuleDescriptor module, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            if (!isForwarded(module, request, response)) {
                writer.write(request, response, away(module));
            }
        } catch (NotReadException | IllegalArgumentException broken) {
            LOG.debug("A request can't be forwarded", broken);
            writer.write(request, response, Problem.malformed("The request could not be read"));
        } catch (ClientAbortException gone) {
            LOG.debug("The client did not wait for the answer", gone);
        } catch (CloseNowException halfAnswered) {
            throw halfAnswered;
        } catch (IOException failure) {
            LOG.warn(
                    "{} gives no answer to {} {}: {}",
                    module.name(),
                    request.getMethod(),
                    request.getRequestURI(),
                    failure);
            writer.write(request, response, away(module));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            writer.write(request, response, away(module));
        }
    }

    /** False when no instance can be reached. */
    private boolean isForwarded(ModuleDescriptor module, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        for (URI target : instances.of(module.name())) {
            try {
                forwarding.forward(target, request, response);
                return true;
            } catch (NotSentException unreachable) {
                LOG.warn(
                        "{} can't be reached at {}: {}", module.name(), target, String.valueOf(unreachable.getCause()));
            }
        }
        return false;
    }

    private static Problem away(ModuleDescriptor module) {
        return unavailable("The module '%s' can't be reached right now; try again".formatted(module.name()));
    }

    private static Problem unavailable(String detail) {
        return Problem.of(503, "module.unavailable", detail).withHeader("Retry-After", "1");
    }
}
