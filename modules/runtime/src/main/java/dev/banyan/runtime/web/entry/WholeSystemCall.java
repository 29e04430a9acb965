package dev.banyan.runtime.web.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A call that concerns every process: what each answers for itself is made one answer. */
public interface WholeSystemCall {
    /** A pattern of paths, such as {@code /api/admin/events/**}. */
    String path();

    /** Answers for all. */
    void answer(HttpServletRequest request, HttpServletResponse response, Everyone everyone) throws IOException;
}
