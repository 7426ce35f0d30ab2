/**
 * A Docker engine, this machine's or another one: where it is, and what is asked of it, through
 * docker-java. The engine's faults are told as sentences for a user ({@link
 * dev.envlens.docker.EngineFault}).
 */
package dev.envlens.docker;
