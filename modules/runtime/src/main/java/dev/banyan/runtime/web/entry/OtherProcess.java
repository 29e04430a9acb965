package dev.banyan.runtime.web.entry;

import java.net.URI;
import java.util.List;

/**
 * Another process of the system, all its instances together.
 *
 * @param name the modules that it is known by
 */
record OtherProcess(String name, List<URI> instances) {}
