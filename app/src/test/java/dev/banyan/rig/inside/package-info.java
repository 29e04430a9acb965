/**
 * The part of the rig that runs inside the application's process: a module of its own named {@code rig}, with a schema, witnesses that note what
 * they are told, and {@link dev.banyan.rig.inside.Failpoints}. {@link dev.banyan.rig.RigJar} packs it; the rig puts that beside the application on
 * the class path, so that the application itself carries none of it.
 */
@NullMarked
package dev.banyan.rig.inside;

import org.jspecify.annotations.NullMarked;
