/**
 * Builds images of environments with a Docker engine: what is built (a plan, its Dockerfile, the
 * context as a stream), the build itself, and what is kept of it (log, record). {@link
 * dev.envlens.build.Builds} is the way in.
 */
package dev.envlens.build;
