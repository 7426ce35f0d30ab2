/**
 * Real parts for tests: a Docker engine and a registry, each in a process of its own on private
 * sockets and ports. What can't be had here makes a test skip with the reason; {@code ./verify}
 * installs everything, and there no test may skip.
 */
package dev.envlens.testing;
