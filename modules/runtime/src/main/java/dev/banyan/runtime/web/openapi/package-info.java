/** The description of the API (OpenAPI 3.1) and the page to try it. */
@NullMarked
package dev.banyan.runtime.web.openapi;

import org.jspecify.annotations.NullMarked;
