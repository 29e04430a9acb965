package dev.banyan.runtime.web.entry;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Says that a request comes from another process of this system, and from which. Such a request is answered here or not at all. It gives no rights: a
 * client that sends it is answered by this process alone.
 *
 * @param value this process's name
 */
record Mark(String value) {
    static final String HEADER = "Banyan-Forwarded";

    static boolean isOn(HttpServletRequest request) {
        return request.getHeader(HEADER) != null;
    }
}
