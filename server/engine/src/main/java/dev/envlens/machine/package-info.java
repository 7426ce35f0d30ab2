/** The parts of this machine, wired, each started when it is first asked for. */
package dev.envlens.machine;
