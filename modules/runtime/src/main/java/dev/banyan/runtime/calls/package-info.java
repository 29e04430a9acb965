/** Calls between modules, with the rules of a remote call wherever the module runs. */
@NullMarked
package dev.banyan.runtime.calls;

import org.jspecify.annotations.NullMarked;
