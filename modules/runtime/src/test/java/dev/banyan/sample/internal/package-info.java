/** A controller for each convention of the API. */
package dev.banyan.sample.internal;
