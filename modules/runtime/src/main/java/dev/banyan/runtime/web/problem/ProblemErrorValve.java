package dev.banyan.runtime.web.problem;

import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Answers what Tomcat refuses before it knows of any application, such as an unreadable request line. */
public final class ProblemErrorValve extends ErrorReportValve {
    /** Not implemented, and a version not supported: failures of the client's, whatever their numbers say. */
    private static final Set<Integer> NEVER_DONE = Set.of(501, 505);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = NEVER_DONE.contains(response.getStatus()) ? 400 : response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        response.setStatus(status);
        var problem = Problems.ofStatus(status);
        try {
            response.setContentType("application/problem+json");
            response.setCharacterEncoding("utf-8");
            write(response.getReporter(), problem);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            container.getLogger().debug("The client did not wait for the answer", gone);
        }
    }

    /** The codes and details of statuses need no escaping. */
    private static void write(@Nullable Writer writer, Problem problem) throws IOException {
        if (writer != null) {
            writer.write("""
                    {"type":"/problems/%s","title":"Error","status":%d,"detail":"%s","instance":"","code":"%s","traceId":""}
                    """.strip().formatted(problem.code(), problem.status(), problem.detail(), problem.code()));
        }
    }
}
