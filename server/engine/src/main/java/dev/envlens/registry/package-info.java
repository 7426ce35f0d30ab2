/**
 * Registries of container images, asked by the distribution API of the Open Container Initiative:
 * whether they have an image, what it is, which tags there are. Nothing is pulled or pushed here;
 * engines do that.
 *
 * <p>Which registries there are is said by the user's settings alone. Credentials come from
 * Docker's configuration and its credential helpers, go to the registry and the token service that
 * it names, and are in no message. Every question has a time limit, and every fault is told as a
 * sentence for a user ({@link dev.envlens.registry.RegistryFault}).
 *
 * <p>Asked through the JDK's {@code HttpURLConnection}: it is ready in a fraction of the time that
 * its newer HTTP client takes, and whoever types {@code envlens status} waits for that.
 */
package dev.envlens.registry;
