package dev.banyan.runtime.web;

/**
 * The address that a request comes from, as a controller's parameter. Behind proxies listed in {@code
 * banyan.trusted-proxies} (addresses and networks such as {@code 10.0.0.0/8}) it is the one that they report in {@code
 * X-Forwarded-For}; from anybody else that header means nothing.
 *
 * @param value the numeric address; of IPv6 the network ({@code /64}) alone, since one client has all of it
 */
public record ClientAddress(String value) {}
