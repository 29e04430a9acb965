/** A client of the shop's HTTP API, for tests: knows what the API's description says and nothing of the code behind it. */
@NullMarked
package dev.banyan.client;

import org.jspecify.annotations.NullMarked;
